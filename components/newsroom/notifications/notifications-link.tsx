/** The way to one's own notifications, with how many are unread: as text too, for whoever does not see the number's place. */
export function NotificationsLink({ unread }: { unread: number }) {
  return (
    <a href="/newsroom/notifications" className="inline-flex items-center gap-1.5 py-1 hover:underline">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinejoin="round">
        <path d="M8 1.8a4.2 4.2 0 0 0-4.2 4.2c0 3.6-1.6 4.9-1.6 5.7h11.6c0-.8-1.6-2.1-1.6-5.7A4.2 4.2 0 0 0 8 1.8ZM6.5 13.7a1.6 1.6 0 0 0 3 0" />
      </svg>
      Notifications
      {unread > 0 && (
        <span className="rounded-full bg-accent px-1.5 text-xs leading-5 font-semibold text-on-accent">
          {unread > 99 ? '99+' : unread}
          <span className="sr-only"> unread</span>
        </span>
      )}
    </a>
  )
}
