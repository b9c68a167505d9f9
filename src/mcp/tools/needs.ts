import { reachTool } from './reached.js';

export const needsTool = reachTool('needs', {
  name: 'needs',
  title: 'What this resource needs',
  description: 'Resources of any stack and region that a resource or the resources of a construct refer to, with the property that does.',
  found: (subject, count) => `${subject} needs ${count} ${count === 1 ? 'resource' : 'resources'}.`,
});
