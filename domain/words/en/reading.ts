/** What is read most, and reading without a network. */
export const reading = {
  mostRead: 'Most read',
  mostReadSince: 'in the last seven days',
  offlineTitle: 'Reading offline',
  offlineLead: 'There is no connection. These stories were opened on this device before, and can be read again.',
  offlineOnline: 'These stories were opened on this device, and can be read without a connection too.',
  offlineNone: 'No stories are kept on this device yet. The last 20 that you open will be.',
  offlineNeedsScript: 'Keeping stories for later needs a browser that runs scripts.',
  forget: 'Forget them',
  forgotten: 'Nothing is kept on this device anymore.',
}
