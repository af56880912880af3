// Sizes that shops and networks ask for, each with its rule and where that was read.

/** @import { Artboard, Background } from './scene.js' */

/**
 * @typedef {object} Preset
 * @property {string} id
 * @property {string} name
 * @property {Artboard} artboard
 * @property {number} fillFraction  of the artboard that the subject fills: of its width or height, or of its height alone
 * @property {'middle' | 'bottom'} stands  'bottom': a portrait, fitted by height, whose shoulders run out of the picture
 * @property {Background} [background]  where the rule demands one
 * @property {boolean} [withoutShadow]  where the rule forbids one
 * @property {'png' | 'jpeg'} format  to suggest for the export
 * @property {string} rule  what the source says, in a sentence for the page
 * @property {string} source  where it was read
 * @property {string} read  on which day
 */

/** @type {Background} */
const WHITE = { kind: 'colour', colour: '#ffffff' };

/** Of the frame: room to breathe where no rule speaks of it. */
const USUAL_FILL = 0.85;

const READ = '2026-11-23';

/**
 * Amazon's, Etsy's, Shopify's and Instagram's own help pages could not be read on that day; what is said of them here
 * is from pages that quote them, several of which agreed.
 * @type {readonly Preset[]}
 */
export const PRESETS = [
  {
    id: 'amazon-main',
    name: 'Amazon, main image',
    artboard: { width: 2000, height: 2000 },
    // The rule says 85 %; a soft edge more or less must not fall below it.
    fillFraction: 0.9,
    stands: 'middle',
    background: WHITE,
    withoutShadow: true,
    format: 'jpeg',
    rule: 'Pure white (255, 255, 255), the product at least 85 % of the frame, 1600 pixels or more on the long side, JPEG preferred.',
    source: 'https://mercatuslab.com/blog/amazon-product-image-requirements',
    read: READ,
  },
  {
    id: 'ebay',
    name: 'eBay',
    artboard: { width: 1600, height: 1600 },
    fillFraction: USUAL_FILL,
    stands: 'middle',
    format: 'jpeg',
    rule: 'At least 500 pixels on the longest side, 1600 advised; no added borders, text or watermarks.',
    source: 'https://www.ebay.com/help/policies/listing-policies/picture-policy?id=4370',
    read: READ,
  },
  {
    id: 'etsy',
    name: 'Etsy',
    artboard: { width: 2000, height: 2000 },
    fillFraction: USUAL_FILL,
    stands: 'middle',
    format: 'jpeg',
    rule: '2000 pixels or more; thumbnails are cropped to a square.',
    source: 'https://hauld.app/blog/etsy-listing-photo-checklist',
    read: READ,
  },
  {
    id: 'shopify',
    name: 'Shopify, square',
    artboard: { width: 2048, height: 2048 },
    fillFraction: USUAL_FILL,
    stands: 'middle',
    format: 'jpeg',
    rule: '2048 × 2048 pixels look best for square product photos; at most 5000 × 5000 and 20 MB.',
    source: 'https://sellshot.ai/en/blog/shopify-product-image-size-guide',
    read: READ,
  },
  {
    id: 'walmart',
    name: 'Walmart',
    artboard: { width: 2200, height: 2200 },
    fillFraction: USUAL_FILL,
    stands: 'middle',
    background: WHITE,
    format: 'jpeg',
    rule: 'Seamless white (255, 255, 255), square, 2200 × 2200 pixels (1500 for zoom), at most 5 MB. Before: 2000 × 2000.',
    source:
      'https://marketplacelearn.walmart.com/guides/Item%20setup/Item%20content,%20imagery,%20and%20media/Product-detail-page:-Image-guidelines-&-requirements',
    read: READ,
  },
  ...[
    { id: 'instagram-square', name: 'Instagram, square', height: 1080 },
    { id: 'instagram-portrait', name: 'Instagram, portrait', height: 1350 },
    { id: 'instagram-story', name: 'Instagram, story', height: 1920 },
  ].map(({ id, name, height }) => ({
    id,
    name,
    artboard: { width: 1080, height },
    fillFraction: USUAL_FILL,
    stands: /** @type {const} */ ('middle'),
    format: /** @type {const} */ ('jpeg'),
    rule: `1080 × ${height} pixels; wider photos are made smaller when they are posted.`,
    source: 'https://qainsta.com/qa/view/how-to-get-the-right-image-size-for-instagram',
    read: READ,
  })),
  {
    id: 'passport',
    name: 'Passport style, 35 × 45 mm',
    artboard: { width: millimetres(35), height: millimetres(45), dotsPerInch: 300 },
    fillFraction: 0.92,
    stands: 'bottom',
    background: { kind: 'colour', colour: '#f2f2f2' },
    withoutShadow: true,
    format: 'jpeg',
    rule: '35 × 45 mm at 300 dpi on a plain light ground; crown to chin 29 to 34 mm: please set that by hand. Some offices accept no edited photo.',
    source: 'https://gov.tc/passports/photos',
    read: READ,
  },
];

/** At 300 dots per inch. @param {number} length */
function millimetres(length) {
  return Math.round((length * 300) / 25.4);
}
