/**
 * Names in a credit that mean somebody's picture was taken from somewhere. Some stand for nothing else ("Reuters"); some are also
 * surnames, initials, letters or school subjects ("Getty", "AP", "X"), and count only where a credit puts its source.
 */

export type ClaimKind = 'agency' | 'social' | 'site' | 'commons' | 'finder'

/** `sure`: counts wherever it stands. `atSource`: counts only as the whole credit, after "via", "/", "courtesy of" and the like. */
type Known = { kind: ClaimKind; name: string; sure?: RegExp; atSource?: RegExp }

const agency = (name: string, sure: RegExp | undefined, atSource?: RegExp): Known => ({ kind: 'agency', name, ...(sure === undefined ? {} : { sure }), ...(atSource === undefined ? {} : { atSource }) })

/** Photo agencies, and publishers that pupils copy from. They license pictures; none gives them away. */
const AGENCIES: readonly Known[] = [
  agency('AP', /\b(?:the )?associated press\b|\bap (?:photos?|images?|news|wire|archives?|file|pool)\b/i, /^(?:the )?ap(?: newsroom)?$/i),
  agency('Reuters', /\breuters\b/i),
  agency('AFP', /\bagence france[- ]presse\b|\bafp (?:photos?|images?|news|forum)\b/i, /^afp$/i),
  agency('Getty Images', /\bgetty ?images\b/i, /^getty$/i),
  agency('EPA', /\beuropean press ?photo agency\b|\bepa[-/ ]?(?:efe|images?|photos?)\b/i, /^epa$/i),
  agency('Shutterstock', /\bshutter ?stock\b/i),
  agency('Adobe Stock', /\badobe ?stock\b|\bstock\.adobe\b|\bfotolia\b/i),
  agency('iStock', /\bistock(?:photos?)?\b/i),
  agency('Alamy', /\balamy\b/i),
  agency('Magnum Photos', /\bmagnum photos?\b/i, /^magnum$/i),
  agency('Bloomberg', /\bbloomberg (?:news|photos?|images?|creative|via|businessweek)\b/i, /^bloomberg$/i),
  agency('ZUMA Press', /\bzuma ?(?:press|wire|images?)\b/i, /^zuma$/i),
  agency('Imagn', /\bimagn\b/i),
  agency('USA TODAY', /\busa ?today\b/i),
  agency('UPI', /\bunited press international\b|\bupi photos?\b/i, /^upi$/i),
  agency('Tribune News Service', /\btribune news service\b|\bmct campus\b/i, /^(?:tns|mct)$/i),
  agency('Icon Sportswire', /\bicon sportswire\b/i),
  agency('NurPhoto', /\bnurphoto\b/i),
  agency('Anadolu', /\banadolu\b/i),
  agency('Xinhua', /\bxinhua\b/i),
  agency('TASS', /\b(?:itar-)?tass news\b/i, /^(?:itar-)?tass$/i),
  agency('Kyodo News', /\bkyodo news\b/i, /^kyodo$/i),
  agency('dpa', /\bpicture alliance\b|\bdpa picture/i, /^dpa$/i),
  agency('PA Images', /\bpa (?:images|wire|media)\b|\bpress association\b/i),
  agency('The Canadian Press', /\bcanadian press\b/i),
  agency('Sipa', /\bsipa (?:usa|press|images)\b/i, /^sipa$/i),
  agency('Redux', /\bredux pictures\b/i, /^redux$/i),
  agency('Corbis', /\bcorbis (?:images|news)\b/i, /^corbis$/i),
  agency('SOPA Images', /\bsopa images\b/i),
  agency('Depositphotos', /\bdeposit ?photos\b/i),
  agency('Dreamstime', /\bdreamstime\b/i),
  agency('123RF', /\b123 ?rf\b/i),
  agency('Bigstock', /\bbigstock(?:photo)?\b/i),
  agency('Canva', /\bcanva (?:stock|images?|photos?|pro)\b/i, /^canva$/i),
  agency('The New York Times', /\b(?:the )?new york times\b/i, /^nyt$/i),
  agency('The Washington Post', /\b(?:the )?washington post\b/i),
  agency('Los Angeles Times', /\b(?:los angeles|la|l\.a\.) times\b/i),
  agency('CNN', /\bcnn\b/i),
  agency('ESPN', /\bespn\b/i),
  agency('BBC', /\bbbc\b/i),
  agency('Fox News', /\bfox news\b/i),
  agency('NBC', /\bnbc (?:news|sports|universal)\b/i, /^nbc$/i),
]

const social = (name: string, sure: RegExp | undefined, atSource?: RegExp): Known => ({ ...agency(name, sure, atSource), kind: 'social' })

/** Where people show pictures: the account shows it, which gives nobody a right to it. */
const SOCIAL: readonly Known[] = [
  social('Instagram', /\binstagram\b|\binsta(?:story|stories)\b/i, /^(?:insta|ig)$/i),
  social('Facebook', /\bfacebook\b/i, /^(?:fb|meta)$/i),
  social('TikTok', /\btik ?tok\b/i),
  social('Snapchat', /\bsnap ?chat\b/i, /^snap$/i),
  social('X', /\btwitter\b|\bx\.com\b|\bx \(formerly/i, /^(?:x|x\/@?\w+)$/i),
  social('Pinterest', /\bpinterest\b/i),
  social('Reddit', /\breddit\b|\br\/\w{3,}/i),
  social('YouTube', /\byou ?tube\b/i),
  social('Tumblr', /\btumblr\b/i),
  social('LinkedIn', /\blinked ?in\b/i),
  social('Bluesky', /\bbluesky\b/i),
  social('Threads', /\bthreads\.net\b/i, /^threads$/i),
  social('WhatsApp', /\bwhats ?app\b/i),
  social('Discord', undefined, /^discord$/i),
  social('Twitch', /\btwitch\.tv\b/i, /^twitch$/i),
  social('Vimeo', /\bvimeo\b/i),
  social('Flickr', /\bflickr\b/i),
  social('an account', /(?:^|[\s(/])@[\w.]{2,30}\b/),
]

const site = (name: string, sure: RegExp | undefined, atSource?: RegExp): Known => ({ ...agency(name, sure, atSource), kind: 'site' })

/** Web sites: pictures on them belong to somebody, under some licence. */
const SITES: readonly Known[] = [
  site('Unsplash', /\bunsplash\b/i),
  site('Pexels', /\bpexels\b/i),
  site('Pixabay', /\bpixabay\b/i),
  site('Freepik', /\bfreepik\b/i),
  site('IMDb', /\bimdb\b/i),
  site('Netflix', /\bnetflix\b/i),
  site('Spotify', /\bspotify\b/i),
  site('Amazon', undefined, /^amazon(?:\.com)?$/i),
  site('a web address', /\bhttps?:\/\/|\bwww\.|\b[a-z0-9-]+\.(?:com|org|net|edu|gov|io|info|tv)\b/i),
]

const COMMONS: readonly Known[] = [
  { kind: 'commons', name: 'Wikimedia Commons', sure: /\bwiki(?:media|commons)\b|\bwiki commons\b|\bcreative commons\b/i, atSource: /^(?:wiki|commons)$/i },
  { kind: 'commons', name: 'Wikipedia', sure: /\bwikipedia\b/i },
]

const finder = (name: string, sure: RegExp | undefined, atSource?: RegExp): Known => ({ ...agency(name, sure, atSource), kind: 'finder' })

/** What only found a picture, or says nothing: it made none and can allow nothing. */
const FINDERS: readonly Known[] = [
  finder('Google', /\bgoogle (?:images?|search|pictures|photos?)\b/i, /^google(?:\.com)?$/i),
  finder('Bing', /\bbing (?:images?|search|pictures)\b|\bbing\.com\b/i, /^(?:microsoft )?bing$/i),
  finder('Yahoo', /\byahoo (?:images?|search)\b/i, /^yahoo!?$/i),
  finder('DuckDuckGo', /\bduck ?duck ?go\b/i),
  finder('the internet', /\b(?:from|off|via|on|of) (?:the )?(?:internet|web|net)\b/i, /^(?:the )?(?:internet|web|net|online|world wide web)$/i),
  finder('a stock picture', undefined, /^(?:free )?stock(?: (?:image|photo|picture)s?)?$/i),
  finder('“unknown”', undefined, /^(?:unknown|anonymous|n\/?a|none|tbd|tba|\?+|-+)$/i),
]

/** Most telling first: what names a finder names nobody, however well it is meant. */
export const KNOWN_SOURCES: readonly Known[] = [...AGENCIES, ...COMMONS, ...SOCIAL, ...SITES, ...FINDERS]
