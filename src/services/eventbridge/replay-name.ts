/**
 * The event with the name of the replay that puts it on its bus again, after its region. It is written into the text, so
 * that the rest of the event stays to the letter what it was. Text before `resources` holds no unescaped quote that could
 * look like it, since `detail` comes last.
 */
export const withReplayName = (event: string, replayName: string): string =>
  event.replace(',"resources":', () => `,"replay-name":${JSON.stringify(replayName)},"resources":`);
