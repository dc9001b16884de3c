import { bold, bullets, italic, p, pull, subhead, type LiveStory } from '../copy.ts'

export const ARTS: LiveStory[] = [
  {
    section: 'Arts',
    hoursAgo: 124,
    headline: 'Review: ‘The Lamplighters’ trusts its silence',
    deck: 'The fall play asks two actors to hold a stage alone for 80 minutes. They hold it.',
    tags: ['Theater', 'Review'],
    template: { kind: 'review', reviewed: 'show', title: 'The Lamplighters', maker: 'Rosalind Achterberg', where: 'Drydock Theater, Harbor High', when: 'Through Nov. 29', price: '$8, students $5', rating: 9 },
    bylines: [{ who: 'theo', credit: 'Editor in Chief' }],
    lead: {
      file: 'stage.jpg',
      artist: 'marlow',
      caption: 'Two keepers, one light: the second act of “The Lamplighters.”',
      alt: 'Illustration of two actors in a spotlight on a stage with red curtains, a painted lighthouse and a full moon behind them.',
    },
    body: [
      p('For the first four minutes of “The Lamplighters,” nobody says anything. A woman sweeps. A man fails to open a jar. Somewhere above them, a light turns, and its beam crosses the audience once every nine seconds.'),
      p('On opening night, someone in the third row giggled at the second pass and was very still by the fifth. That is how long it takes this production to teach you how to watch it.'),
      subhead('Two keepers, one winter'),
      p('The play, written by senior Rosalind Achterberg, puts two lighthouse keepers on a rock in the winter of 1931. A relief boat is late. That is nearly the whole plot, and it is enough.'),
      p('Junior Devon Marsh plays Amos, who talks to fill the room. Senior Imani Rourke plays Bell, who would like him to stop. Marsh has the showier part and is very funny in it. But the evening belongs to Rourke, who can change the weather of a scene by setting down a cup.'),
      pull('Rourke can change the weather of a scene by setting down a cup.', 'From the review'),
      p('In the second act Amos finally asks how long she has known that the boat is not coming. Rourke lets the light go around twice before she answers. It is the best 18 seconds on a Harbor stage in years.'),
      subhead('A set that moves'),
      p('The set, by a crew of nine under junior Pilar Esposito, is a single round room that turns by hand, a few inches at a time. It turns so slowly that you notice only that the door is no longer where it was. The one misjudgment is the storm: Recorded thunder, played too loud, tells us to be afraid of something that the actors had already made us fear.'),
      p('It passes. The light comes back around. When the house lights rose on Friday, the audience sat there for a moment before it remembered to clap.'),
      bullets(
        [bold('Curtain: '), '7 p.m. Friday and Saturday, 2 p.m. Sunday'],
        [bold('Length: '), '80 minutes, ', italic('no intermission')],
      ),
    ],
  },
  {
    section: 'Arts',
    hoursAgo: 268,
    headline: 'Jazz band learns a song that was never written down',
    deck: 'An alumnus hummed it over the phone. Sixteen musicians took it from there.',
    tags: ['Music'],
    bylines: [{ name: 'Noor Castellan', credit: 'Contributor' }],
    body: [
      p('The only known score of “Low Tide, Late Bus” is a voice message, 94 seconds long, with a dog in it.'),
      p('It was left on band director Curtis Amadi’s phone in August by Leland Frost, who played trombone at Harbor High in 1968. Frost, 75, had read that the band was looking for music by local composers. He had one tune, he said. He had never put it on paper. Then he hummed it.'),
      p('“There is a key change in the middle,” Amadi said. “Or else he moved the phone. We had a long talk about it.”'),
      subhead('By ear, and by vote'),
      p('Amadi played the message to the band on the first day of school and left the room. When he came back, the rhythm section had found the groove, and the saxophones were arguing about a single note.'),
      p('They settled it by calling Frost. He told them that both were right, and that he had sung it differently each time for 58 years.'),
      pull('He told us both versions were right. So we play both.', 'Wren Halloran, alto saxophone'),
      p('The arrangement, which junior Wren Halloran wrote down over five weeks, uses one note the first time through and the other the second time. The dog is a cymbal.'),
      p('Frost will hear it for the first time at the winter concert, 7 p.m. Dec. 11 in the auditorium. He has been offered a solo. He said that he would need to find his trombone, and that he had an idea where it might be.'),
    ],
  },
]
