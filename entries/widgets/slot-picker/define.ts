export { defineSlotPicker } from '../../../widgets/slot-picker/define.ts';
import { defineSlotPicker } from '../../../widgets/slot-picker/define.ts';

defineSlotPicker();
