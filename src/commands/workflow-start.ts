/** How the workflows that `init` writes begin: when they run, and with which permissions. */
export const WORKFLOW_START = `name: synthcheck
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
  security-events: write # for code scanning; leave it out with the step that uploads
  pull-requests: write # for the comment; leave it out with the step that comments
jobs:
  synthcheck:
    runs-on: ubuntu-latest
`;
