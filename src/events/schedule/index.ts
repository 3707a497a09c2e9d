/** EventBridge schedules: `rate(...)` and `cron(...)`, in UTC. */
export { nextFire, parseSchedule, type Schedule } from './schedule.ts';
