// The entrance of `npx allgrid`; the same program as `npm start`.
import '../main.js';
