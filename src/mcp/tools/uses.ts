import { counted } from '../../counted.js';
import { reachTool } from './reached.js';

export const usesTool = reachTool('users', {
  name: 'uses',
  title: 'What uses this resource',
  description:
    'Resources of any stack and region that refer to a resource or to the resources of a construct, with the property that does. Ask before you rename, move or delete something.',
  found: (subject, count) => `${counted(count, 'resource uses', 'resources use')} ${subject}.`,
});
