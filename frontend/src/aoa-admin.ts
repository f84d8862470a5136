import { start } from './admin/screen';

const root = document.getElementById('aoa-admin');
if (root) {
  start(root);
}
