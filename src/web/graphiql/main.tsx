import 'graphiql/setup-workers/vite';
// Before the editor's own style sheet: where both hold a character, the later rule wins, and Latin stays the editor's.
import '@fontsource/noto-sans-sc/400.css';
import 'graphiql/style.css';
import './page.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { GraphiqlPage } from './graphiql-page.js';

const place = document.querySelector('#page');
if (!place) throw new Error('index.html: expected an element #page, found none.');

createRoot(place).render(
  <StrictMode>
    <GraphiqlPage endpoint={new URL('../graphql', document.baseURI)} />
  </StrictMode>,
);
