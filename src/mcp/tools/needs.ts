import { counted } from '../../counted.js';
import { reachTool } from './reached.js';

export const needsTool = reachTool('needs', {
  name: 'needs',
  title: 'What this resource needs',
  description: 'Resources of any stack and region that a resource or the resources of a construct refer to, with the property that does.',
  found: (subject, count) => `${subject} needs ${counted(count, 'resource')}.`,
});
