/**
 * Short forms that need no explanation to a student or a parent, after AP's entries that allow a short form at every reference and
 * common use in American schools. A paper adds its own to its dictionary. NATO is not among them: AP allows it, but asks to use it sparingly.
 */
export const KNOWN_ACRONYMS: ReadonlySet<string> = new Set(
  (
    // Government and organizations
    'US USA UK UN EU DC NYC LA FBI CIA NASA IRS NAACP GOP YMCA YWCA UNICEF AFL-CIO ' +
    // School
    'AP IB SAT ACT PSAT GPA PTA PTO PTSA PE GED STEM STEAM ESL ELL ROTC JROTC FAFSA UCLA USC MIT NYU RA TA ID ' +
    // Health, science, technology
    'AIDS HIV COVID DNA RNA CPR EMT ER ICU IQ ADHD AI VR PC TV DVD CD GPS USB PDF URL HTML WIFI LED ATM DIY FAQ RSVP VIP CEO DJ MC SUV UFO BC AD CE BCE PR HR IT ' +
    // Sports and media
    'NBA NFL MLB NHL WNBA MLS NCAA ESPN MVP PR RBI ERA CNN NBC CBS ABC PBS NPR BBC HBO MTV ' +
    // Businesses, arts
    'IKEA LEGO NASCAR BMW IBM KFC UPS USPS CVS AMC IMAX FIFA UFC WWE PGA BTS ABBA HGTV CGI RPG YA PG R&B Q&A SUNY CUNY ' +
    // Words that are shouted
    'NO NOT YES STOP FREE ALL EXIT OPEN CLOSED SALE VOTE NEVER ONLY NEW WOW YOU AND OR THE HELP GO ' +
    // Writing, time, measure
    'OK AM PM EST PST CST MST EDT PDT CDT MDT MPH RPM ETA ASAP LOL OMG SOS JV LGBT LGBTQ LGBTQIA BIPOC MLK JFK PSA PS TBA TBD VS'
  ).split(' '),
)
