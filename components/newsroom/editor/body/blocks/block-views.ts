import type { AnyExtension } from '@tiptap/core'
import { EmbedField } from './embed-view.client.tsx'
import { FactBoxField } from './fact-box-view.client.tsx'
import { GalleryField } from './gallery-view.client.tsx'
import { StoryImageField } from './image-view.client.tsx'
import { PollField, ScoreboardField } from './live-view.client.tsx'
import { MissingPictureField } from './missing-picture-view.client.tsx'
import { PullQuoteField } from './pull-quote-view.client.tsx'
import { RelatedStoryField } from './related-view.client.tsx'
import { TableField } from './table-view.client.tsx'

/** The blocks that are forms, as the editor shows them; story-extensions.ts has the same without their views. */
export const blockViews: AnyExtension[] = [PullQuoteField, StoryImageField, GalleryField, MissingPictureField, FactBoxField, TableField, RelatedStoryField, EmbedField, ScoreboardField, PollField]
