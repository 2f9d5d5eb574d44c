# The platform as an image: built with everything, run with what production needs. Build from the project's folder:
#   docker build --file docker/gateway.Dockerfile --tag allgrid/platform:0.1.0 .

FROM node:22.21.1-bookworm-slim AS build
WORKDIR /app
# Packages first: this layer is kept until the lock file changes.
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY scripts ./scripts
COPY migrations ./migrations
COPY schema ./schema
COPY src ./src
RUN node scripts/build.cjs

FROM node:22.21.1-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The embedded PostgreSQL is the only optional package; the image is given a real one by DATABASE_URL.
RUN npm ci --omit=dev --omit=optional

FROM node:22.21.1-bookworm-slim AS runtime
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4000 \
    DATA_DIR=/var/lib/allgrid
WORKDIR /app
RUN install --directory --owner=node --group=node --mode=0750 /var/lib/allgrid
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
COPY bin ./bin
COPY schema ./schema
COPY data ./data
# Nothing in /app belongs to the user that runs: the root file system may be mounted read-only.
USER node
VOLUME /var/lib/allgrid
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js", "serve"]
