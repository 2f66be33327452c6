# Partners: who carries the hub.

partners-title = Partners
partners-about = Who carries the hub, with link and logo
partners-text = They stand at the bottom of the start page, in this order.
partners-none = No partners yet
partners-none-text = Name who carries the hub. A name is enough, link and logo are optional.
partners-count = { $count ->
    [one] One partner
   *[other] { $count } partners
}
partners-new = Enter a partner
partners-full = The start page shows 20 partners at most. Remove one first.
partners-saved = Saved.
partners-removed = Removed.
partners-look = Look at the start page
partners-up = Forward
partners-down = Back
partners-remove = Remove
partners-save = Save partner
partners-back = Back to the partners
partners-name = Name
partners-line = Half a sentence about it
partners-line-hint = For example: provides the house
partners-link = Link
partners-link-hint = The address of the website, for example https://www.example.org
partners-logo = Logo
partners-logo-hint = SVG, PNG, JPEG or WebP. It stands beside the name. We keep only what can be seen.
partners-without-logo = Remove the logo
partners-flaw-name = Give the name.
partners-flaw-twice = This partner is in the list already.
partners-flaw-link = Give the whole address, for example https://www.example.org
