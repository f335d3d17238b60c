### Everything that congbo says, in English.
###
### Rules for this file. Every name stands in every language's file, with the same variables.
### A message is lower case, has no full stop and quotes the author's text in “ ”; a hint says
### what to do. Explanations are prose. One word for one thing: footnote, its text, to refer
### to, id, section, heading, directive, link, field, file, folder, site, template, option.
### A line of a text cannot begin with a bracket, a star or a dot: {"["} writes such a sign.


## 1. The frame of diagnostics (emit)

level-error = error
level-warning = warning
level-hint = hint
count-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
count-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
group-site = The site as a whole
repeated = … and { $count } more places like this on other pages, among them { $places }
count-none = no errors and no warnings
explain-how = for an explanation: congbo explain { $code }

# What git has to say of --since.
since-git-missing = “--since” needs git, and there is no git on this computer
since-git-missing-hint = install git, or check without “--since”
since-git-failed = git cannot tell what has changed: { $detail }
since-no-repository = “{ $path }” lies in no git repository, so nothing is known of what has changed
since-no-repository-hint = check without “--since”, or copy the site by “git clone”
since-not-trusted = git does not read the repository of “{ $path }”, since it belongs to another user
since-not-trusted-hint = if you trust it: git config --global --add safe.directory { $path }
since-revision-unknown = git knows no revision “{ $revision }”
since-revision-unknown-hint = give one branch, tag or commit, for example “origin/main” or “HEAD^”; for a branch of the server, first: git fetch
since-revision-unknown-hint-shallow = only the newest commits are here; fetch the others (git fetch --unshallow; in GitHub Actions “fetch-depth: 0”, in GitLab “GIT_DEPTH: 0”)

# Warnings that --since leaves out.
external = { $count ->
    [0] no links to other hosts
    [one] { $count } address on other hosts
   *[other] { $count } addresses on other hosts
}
since-unchanged = { $count ->
    [one] { $count } warning in a file unchanged since “{ $revision }” is not shown
   *[other] { $count } warnings in files unchanged since “{ $revision }” are not shown
}

# Names the folder that the paths in a SARIF file begin at.
sarif-top = The top folder of the repository, or the site's folder where there is none.


## 2. Diagnostics: errors

did-you-mean = perhaps “{ $name }” is meant; if so, change it to that

footnote-undefined = the report has no text for the footnote “[^{ $id }]”
footnote-undefined-hint-nearest = perhaps “[^{ $name }]” is meant; if so, change it to that
footnote-undefined-hint-blank = take out the blank inside the brackets: write “[^{ $name }]”
footnote-undefined-hint-no-colon = the line with the footnote's text lacks its colon: write “[^{ $id }]: text of the footnote”
footnote-undefined-hint-blank-before-colon = take out the blank before the colon: write “[^{ $id }]: text of the footnote”
footnote-undefined-hint-in-code = the line with the footnote's text stands in code or is indented by four blanks or more, so it does not count; move it to the start of a line, outside the code
footnote-undefined-hint-line-break = the reference is broken over two lines; write it on one line
footnote-undefined-hint-empty = write the footnote's id after the caret, for example “[^1]”
footnote-undefined-hint-unclosed = close the reference with a bracket: write “[^{ $name }]”
footnote-undefined-hint-html = a reference inside an HTML tag or an HTML block is not read; take it out of there, or write that part in Markdown
footnote-undefined-hint-link = a reference right before “(” or “[” is read as a link; put a blank between them
footnote-undefined-hint-link-label = “[{ $id }]: …” is the address of a link and no footnote; for a footnote, write “[^{ $id }]: text of the footnote”
footnote-undefined-hint-none = write its text as a line “[^{ $id }]: text of the footnote” in any file of the report, or in footnotes.yaml
footnote-undefined-on-page = the reference “{ $target }” leads to no footnote of its page
footnote-undefined-hint-on-page = look for the footnote's text in the source of the page; often its id is spelt otherwise
footnote-undefined-elsewhere = the reference “{ $target }” leads to a footnote of another page
footnote-undefined-hint-elsewhere = give this page a footnote of its own, or write an ordinary link
malformed-definition-here = this line is not of the form “[^id]: text”
defined-in-code-here = its text stands in code here

footnote-unused = nothing refers to the footnote “[^{ $id }]”, so this text would be on no page
footnote-unused-hint = put “[^{ $id }]” where the footnote belongs, or delete this text if it is not needed
footnote-unused-on-page = nothing on the page refers to the footnote “#{ $id }”
footnote-unused-hint-on-page = put a reference to “#{ $id }” where the footnote belongs, or delete its text

footnote-duplicate = the footnote “[^{ $id }]” is given a second text
footnote-duplicate-hint = keep one text and delete the other, or change the id of one of the two footnotes
first-defined-here = its first text is here

footnote-empty = the footnote “[^{ $id }]” has no text
footnote-empty-hint = write its text after the colon, or delete the footnote and every reference to it

footnote-cycle = { $count ->
    [1] the footnote { $ids } refers to itself and nothing else refers to it
   *[other] the footnotes { $ids } refer to one another and nothing else refers to them
}
footnote-cycle-hint = refer to one of these footnotes from the text, or delete them if they are not needed
also-in-the-cycle = this footnote is part of the same circle

footnote-backlink-broken = the link back “{ $target }” does not lead to the reference of its footnote
footnote-backlink-broken-hint = let the link lead to the id of the reference from which a reader comes

reference-unresolved-anchor = the page to which “{ $target }” leads has no such place
reference-unresolved-hint-spelling = the place is called “{ $name }”; capital letters and the way in which accents are composed count
reference-unresolved = the link “#{ $id }” leads to no section, directive, paragraph or footnote
reference-unresolved-hint-nearest = perhaps “#{ $name }” is meant; if so, change it to that
reference-unresolved-stated = no section, directive, paragraph, table or footnote of the report is called “{ $id }”
reference-unresolved-label = the link label “[{ $label }]” has no address
reference-unresolved-label-hint = add a line “[{ $label }]: address” to the report, or write “[visible text](address)”

anchor-duplicate = the id “{ $id }” is in use already
anchor-duplicate-hint = change one of the two ids; a heading's id stands at the end of its line, for example {"“{#other-id}”"}
anchor-duplicate-hint-page = change one of the two ids: a link to “#{ $id }” reaches only the first
anchor-duplicate-address = two sources would be published at the address “{ $address }”
anchor-duplicate-address-hint = rename one of the two files or folders, or change the id of the heading with that address
anchor-duplicate-made = the address “{ $address }” is that of a page or file that congbo makes itself
anchor-duplicate-made-hint = rename this file or move it to another folder
anchor-duplicate-folder = “{ $address }” is published as a file, and is the folder of other pages as well
anchor-duplicate-digest = “static/{ $taken }” has the name under which congbo publishes “{ $plain }”, and another content
anchor-duplicate-digest-hint = write what is to be other into “static/{ $plain }” and remove this file: congbo makes the name with the digits from the content
anchor-duplicate-root = a report stands in content/ itself, at the addresses of pages of the whole site
anchor-duplicate-root-hint = move report.yaml and the other files of the report into a folder of their own, such as content/bao-cao/2024/tong-ket/
anchor-duplicate-directives = the directives in “{ $folder }” are placed in the text a second time
first-used-here = first used here
first-placed-here = placed in the text here

number-mismatch = the number given here is “{ $asserted }”, but by its position it is “{ $computed }”
number-mismatch-hint = look for a part that is missing or out of order; if the order is right, change the number to “{ $computed }”
number-mismatch-run = the number given here is “{ $asserted }”, but by its position it is “{ $computed }”; { $more ->
    [one] one number behind it is off by as much
   *[other] { $more } numbers behind it are off by as much
 }
number-mismatch-run-hint = perhaps a part is missing, or too much, right above; if the order is right, change the numbers from here on
number-mismatch-reference = the reference prints another number than its footnote has: { $numbers }
number-mismatch-hint-reference = look for a footnote that is missing or out of order in the list
number-mismatch-none = the number given here is “{ $asserted }”, but this place has no number
number-mismatch-hint-none = take the number out; if it should be numbered, take out “.unnumbered” or change “numbering” in report.yaml

indicator-unsupported = the figure “{ $value }” does not occur in { $place }
indicator-unsupported-place = the text that it names stands here
indicator-unsupported-hint = write the figure as the text has it, or change “stated_in” to the id of the place that states it
indicator-unsupported-hint-elsewhere = the figure occurs at “{ $id }”; if that is the place, write “stated_in: { $id }”
indicator-unsupported-hint-nearest = the number most like it there is “{ $number }”; write the figure as the text has it, or change “stated_in” to the id of the place that states it

directive-unplaced = { $count ->
    [one] { $count } directive in “{ $folder }” stands nowhere in the text
   *[other] { $count } directives in “{ $folder }” stand nowhere in the text
}
directive-unplaced-hint = add a paragraph that is nothing but “[]({ $folder })” where the directives belong
directive-unplaced-hint-linked = make “[]({ $folder })” a paragraph of its own, without any other word or sign
directives-linked-here = this link stands with other words or signs, and so it places nothing

directive-missing = this paragraph places the directives of “{ $folder }”, and there are none
directive-missing-hint = add the file of a directive, for example “01-first-directive.md”, to “{ $folder }”, or delete this paragraph

link-broken = the link “{ $target }” leads to a page that does not exist
link-broken-hint-nearest = perhaps “{ $name }” is meant; if so, change it to that
link-broken-hint-quotes = take the quotation marks out of the address: write “({ $name })”
link-broken-hint-spelling = it is called “{ $name }”; capital letters and the way in which accents are composed count
link-broken-hint-extension = only some servers take it for “{ $name }”; write that, or add --clean-urls if yours does
link-broken-hint-folder = the folder is there and has no index.html; link to a page in it
link-broken-hint-base = the site seems to be published below “{ $name }”; say where with --base-url
link-broken-hint-prefix = the folder has this file, but the address lacks “{ $name }”, where the site is published; put that in front, or write the full address if another part of the host is meant
link-broken-hint-disk = this is a path on the writer's own computer, which no reader can open; copy the file into the folder of the site and link to it there
link-broken-hint-host = if it is a page of another site, put “https://” in front: “https://{ $name }”
link-broken-hint-outside = it leads out of the site's folder; if the site is published below a path, say where with --base-url

asset-missing = there is no file “{ $target }”
asset-missing-hint = check the file's name, capital letters included, and copy the file to the right folder
asset-missing-hint-composed = the accents of this name are characters of their own (decomposed Unicode), and files are published under composed names; type the name again
asset-missing-hint-nearest = there is a file “{ $name }”; capital letters and “/” count

chart-data-invalid = the cell “{ $cell }” in the column “{ $column }” is no number
chart-data-invalid-hint = in one file all numbers are written one way: 1.234,5 or 1,234.5; the unit belongs to “unit”, and columns of text are left out of “series”
chart-data-invalid-hint-percent = write { $number }, and the “%” as the “unit” of the chart
chart-data-invalid-hint-formula = a formula of the spreadsheet has failed: correct it and save the file again
chart-data-invalid-hint-digits = a number has at most { $most } digits: count in something larger, such as millions, and say so in “unit”
chart-data-invalid-mixed = the number “{ $cell }” is written otherwise than “{ $example }” in the same file, and which sign is the decimal point is not clear
chart-data-invalid-doubtful = whether “{ $cell }” has thousands or three decimals is not clear, and no other number of the file tells
chart-data-invalid-doubtful-hint = for thousands write { $whole }; for decimals give one more, { $part }
chart-data-invalid-gap = a number is missing in the column “{ $column }”; a chart of this type adds its numbers up and cannot do without one
chart-data-invalid-gap-hint = write 0 where there was nothing, and leave the row out where the number is not known yet
chart-data-invalid-none = the column “{ $column }” has no number
chart-data-invalid-none-hint = leave the column out, or name the columns to be drawn in “series”
chart-data-invalid-unnamed = column { $column } has no name in the first line
chart-data-invalid-unnamed-hint = give it a name in the first line, or delete its figures
chart-data-invalid-twice = another column is called “{ $column }” as well
chart-data-invalid-twice-hint = give one of the two columns another name
chart-data-invalid-columns = the file has { $columns } columns besides the labels, and a chart of this type shows { $most ->
    [one] { $most }
   *[other] at most { $most }
}
chart-data-invalid-columns-hint = name the columns that are wanted in “series”
chart-data-invalid-one-column = the file has labels and no column of numbers
chart-data-invalid-one-column-hint = between cells stands a semicolon, a tab or a comma
chart-data-invalid-row = this row has { $cells } cells, and the row of names has { $columns }
chart-data-invalid-row-hint = every row has as many cells as the row of names; leave a cell empty where there is no figure yet
chart-data-invalid-row-hint-comma = with decimal commas, put semicolons between cells: 2024;1,5
chart-data-invalid-rows = a chart of this type has at most { $most } rows of figures
chart-data-invalid-empty = the file of figures has no row below the names of its columns
chart-data-invalid-empty-hint = write a row of names, and at least one row of figures below it
chart-data-invalid-negative = the negative number “{ $cell }” cannot be part of a whole
chart-data-invalid-negative-hint = draw negative numbers as bars (type: bar) or as a line (type: line)
chart-data-invalid-total = the column adds up to 0, and so has no shares
chart-data-invalid-quote = the quotation mark that opens the cell “{ $cell }” is not closed
chart-data-invalid-quote-hint = add the mark at the end of the cell, or delete the one at its start
chart-data-invalid-nameless = this row has no label, so that nobody can tell what its figures are of
chart-data-invalid-nameless-hint = write a label into the column of labels, or delete the row
chart-data-invalid-note = the last row “{ $cell }” has no figure, and would be drawn as a row of the chart
chart-data-invalid-note-hint = name the source in “source” of the chart, put a note into the text, and delete the row from the file
chart-stands-here = the chart that uses this file stands here

field-unknown = there is no field called “{ $field }”
field-unknown-hint = use one of the fields: { $known }
heading-dot-hint = write “{ $name }”, with the dot before it

field-invalid = the value of the field “{ $field }” cannot be used, it must be { $expected }
field-invalid-file = the content of the file “{ $field }” cannot be used, it must be { $expected }
field-invalid-front = what stands between the lines “{ $field }” cannot be used, it must be { $expected }
field-invalid-written-hint = write: { $value }
field-invalid-lines-hint = write on a line of its own, indented by two blanks: { $lines }
field-invalid-both-hint = write { $number } as “number” and { $symbol } as “symbol”
field-invalid-period-hint = for a month or a quarter write its last day, such as 2026-11-30
field-invalid-language-hint = to use this language, translate the texts “site-” of congbo in a file templates/{ $language }.ftl
field-invalid-id = the id “{ $id }” cannot be used: { $reason }
field-invalid-id-hint = write it in one word, such as “{"{"}#{ $id }{"}"}”
field-invalid-repeated = the field “{ $field }” is given twice
field-invalid-attributes = a minor heading within a directive, a note, a list or a quotation has no id and number of its own
field-invalid-attributes-hint = take away what stands in braces; the headings of the report stand outside of these blocks
field-invalid-paragraph-id = the id “{ $id }” cannot stand here: only headings and captions of tables have ids of their own
field-invalid-paragraph-id-hint = a caption stands right before its table; a paragraph is linked to by the id of its section and its place there, such as “#ket-qua-p2”
field-invalid-footnote = the field “{ $field }” is plain text and cannot refer to a footnote
field-invalid-footnote-hint = move the reference into the text of the report
field-invalid-front-matter = a text file of a report has no front matter
field-invalid-front-matter-hint = move these fields into report.yaml and remove what stands between the two lines “---”
field-invalid-appendix = this section follows an appendix and would stand behind the signature
field-invalid-appendix-hint = move it before the appendix; if it is one itself, add “{"{"}.appendix{"}"}”
field-invalid-column-hint = the columns of the file: { $columns }
field-invalid-document = the document “{ $symbol }” is in the registry already, and nothing tells the two entries apart
field-invalid-document-hint = make one entry of the two; if they are two documents, give each its date, and where that is the same, its issuer
id-reason-reserved = ids that begin with “fn-”, “fnref-”, “vbref-” or “_” are kept for congbo
id-reason-characters = an id has only letters, digits, “-”, “_” and “.” inside, and at most 200 bytes
id-reason-blank = an id has no blanks
id-reason-page = congbo makes a page of its own at this address

field-missing = the required field “{ $field }” is missing

yaml-invalid = the file cannot be read as YAML: { $cause }
yaml-invalid-hint = check indentation, colons and quotes; a value with a colon in it must stand in double quotes
yaml-invalid-chart-open = the chart that begins here has no line ``` to end it
yaml-invalid-chart-open-hint = add a line that is nothing but ``` right below the last line of the chart

file-misnamed = the file “{ $actual }” has to be named “{ $wanted }”
file-misnamed-hint = rename it to “{ $wanted }”; the end of its name may be hidden on your computer
file-misnamed-folder = the folder “{ $actual }” must be called “{ $wanted }”
file-misnamed-folder-hint = rename it to “{ $wanted }”, in lower case and with “s” at the end
file-misnamed-root-hint = rename it to “{ $wanted }”, in lower case
file-misnamed-report = the folder “{ $folder }” has directives or footnotes and no report.yaml, so it is no report
file-misnamed-report-hint = add the file “{ $folder }/report.yaml” with at least the line “title: …”

encoding-invalid = the file is no UTF-8 text
encoding-invalid-hint = open the file and save it as UTF-8; text typed in TCVN3 or VNI has to be converted to Unicode first
encoding-invalid-hint-utf16 = the file is UTF-16 (many programs call it “Unicode” when saving); save it as UTF-8
encoding-invalid-office = the file is a document of Word or Excel and no text, whatever its name
encoding-invalid-office-hint = in Excel choose Save As → CSV UTF-8; from Word copy the text into a plain file ending in .md

table-cell-lost = this row has { $cells } cells and the table only { $columns ->
    [one] one column
   *[other] { $columns } columns
}: what is beyond would not be published
table-cell-lost-hint = take a “|” away, add a column to the first row, or write “\|” for the sign itself

ignore-invalid = this comment for congbo cannot be understood
ignore-invalid-reason = this comment gives no reason for what it silences
ignore-invalid-hint = write “congbo: ignore CODE: reason”, for example “congbo: ignore citation-suspect: printed so in the signed text”
ignore-invalid-text = this comment stands inside a text of YAML, so that it has no effect and would be published
ignore-invalid-text-hint = put it on a line of its own above the key of that text
ignore-invalid-dashes = this comment is shown as text, since its hyphens have become “–”
ignore-invalid-dashes-hint = type it with plain hyphens: it begins with “<!--” and ends with “-->”
ignore-invalid-code = there is no code “{ $code }”
ignore-invalid-code-hint = for a list of the codes: congbo explain
ignore-invalid-code-hint-nearest = it may be “{ $name }”
ignore-invalid-fixed = “{ $code }” cannot be lowered or silenced: a site with it would be broken
ignore-invalid-fixed-hint = mend it; only warnings, and errors with which the pages hold together, can be lowered or silenced

path-unsafe = the path “{ $path }” leads out of the site's folder
path-unsafe-symlink = the symbolic link “{ $path }” leads out of the site's folder or in a circle
path-unsafe-special = “{ $path }” is no ordinary file or folder (but a pipe, a socket or a device) and cannot be read
path-unsafe-special-hint = remove it or move it away; if its content is needed, save that as a file
path-unsafe-scheme = the link “{ $target }” cannot be used, this kind of address is not safe
path-unsafe-scheme-hint = use an address that begins with “https://” or “mailto:”, or the path of a file of the report
path-unsafe-data = an image that is written into the text itself (“data:…”) cannot be published
path-unsafe-data-hint = save the image as a file, such as images/chart.png in the folder of the report, and write the path of that file
path-unsafe-local = “{ $target }” is a path on the computer of the author, which no reader can open
path-unsafe-local-hint = copy the file to the folder of the report, into data/ for example, and write the path from there: “data/name”
path-unsafe-remote-image = the image “{ $target }” is on another host
path-unsafe-remote-image-hint = download the image, put it into the report's folder and write the path of that file

path-unsafe-remote-style = the style sheet would fetch “{ $target }” from another host
path-unsafe-data-style = the style sheet writes data out in an address (“data:…”), which the policy of the pages keeps browsers from using
path-unsafe-style-hint = put the file into static/ and write its path as it is from the style sheet
path-unsafe-remote-style-hint = download that file, put it into static/ and write its path as it is from the style sheet

template-invalid = the template “{ $template }” does not work: { $cause }

template-invalid-text = the template “{ $template }” asks for the text “{ $subject }”, and no text has that name
template-invalid-file = the template “{ $template }” asks for the file “{ $subject }”, which is not in static/
template-invalid-place = the template “{ $template }” cannot ask for the file “{ $subject }” by asset: it does not know on which page it stands
template-invalid-hint-end = a tag is open that nothing closes: endif, endfor or endblock
template-invalid-hint-field = this template is not given a value of that name; the README of congbo lists those of each template

texts-invalid = this line of the file of texts cannot be read
texts-invalid-hint = every text is a line “name = words”; words that run on to another line are indented there
texts-invalid-name = the file’s name “{ $name }” is not the code of a language with .ftl, such as lo.ftl
texts-invalid-unknown = no page asks for a text called “{ $key }”
texts-invalid-hint-unknown = look at the name again; the texts of pages are those whose name begins with “site-”
texts-invalid-repeated = the text “{ $key }” stands twice in this file
texts-invalid-hint-repeated = take one of them out: pages can use only one
texts-invalid-value = the text “{ $key }” is not given a value “${ $value }”
texts-invalid-hint-values = it is given: { $values }
texts-invalid-hint-no-values = this text is given no values
texts-invalid-reference = this text refers to “{ $name }”, and there is no such text
texts-invalid-hint-reference = braces hold a text “site-” of the pages, a term with “-” before it from the same file, or a value with “$”
texts-invalid-missing = the file of texts in “{ $language }” lacks { $count ->
    [one] one text
   *[other] { $count } texts
}: { $keys }
texts-invalid-hint-missing = copy the lines “site-” from src/locale/en.ftl of congbo and translate what follows the equals sign

proof-failed = a page that was made did not pass the last check: { $finding }: “{ $subject }”
proof-failed-hint = this is a bug of congbo; send this message as it is to whoever maintains the site
proof-failed-hint-templates = perhaps a template of your own made it: { $templates }; if it fails without them too, this is a bug of congbo: send this message as it is to whoever maintains the site
proof-failed-hint-code = perhaps a template of your own made it: { $templates }; put style and script of your own into a file of static/ and lead to it from the template
# What the last check found, after “…: ” and before the quoted thing it is about.
proof-link-nowhere = a link leads to nothing on the site
proof-file-missing = a file that is needed is not there
proof-anchor-missing = a link leads to a place that its page does not have
proof-id-twice = an id stands on the page twice
proof-path-twice = two files have one address
proof-foreign-request = a browser would ask another host
proof-embedded-data = data is written out in an address (“data:…”), which a browser will not use
proof-inline-code = there is script or style in the page
proof-note-without-reference = nothing on the page refers to a footnote
proof-note-without-way-back = a footnote has no way back
proof-notes-without-way-back = no footnote of the page has a way back
proof-note-number = a footnote has a wrong number
proof-note-lost = a footnote stands on no page
proof-reference-without-note = a reference leads to no footnote of its page
proof-note-elsewhere = a reference leads to a footnote of another page
proof-reference-number = a reference has another number than its footnote
proof-backlink-wrong = a way back leads to no reference of its footnote
proof-page-unlinked = no other page links to the page
proof-page-unread = the file cannot be read as a page
proof-markup = the HTML is not well formed
proof-attribute-twice = an attribute stands twice in one tag
proof-end-without-start = an element is closed that was not opened
proof-start-without-end = an element is opened and never closed


## 3. Diagnostics: warnings

footnote-order = the footnote “[^{ $id }]” comes after “[^{ $previous }]” and will have the number { $number }
footnote-order-hint = check the order of the footnotes; the number on the page follows the reading order, not the id
referred-to-earlier-here = a footnote with a greater number is referred to earlier, here

metadata-missing-number = the report has no number yet
metadata-missing-date = the report has no date yet
metadata-missing-hint = fill in the field “{ $field }” in report.yaml once the document is signed; without it “status: final” is not possible

citation-suspect = the symbol “{ $symbol }” may be wrong: no issuer uses it
citation-suspect-hint = compare it with the original document and correct it
citation-suspect-year = the year in the symbol “{ $symbol }” is not that of the date behind it: { $year }
citation-suspect-year-hint = compare it with the original document: the year in the symbol is that of its signing

heading-skipped = this heading is of level { $level }, and the next level is { $expected }
heading-skipped-hint = begin the heading's line with “{ $marks }”, or add the heading between that is missing

image-alt-missing = the image “{ $target }” has no description
image-alt-missing-hint = write the description in the brackets: “![description]({ $target })”

markup-suspect-heading = this line looks like a heading, but without a blank behind “#” it is printed as text
markup-suspect-heading-hint = put a blank behind the signs “#”
markup-suspect-bold = this bold line looks like a heading and is none: it is not in the outline and has no number and no address
markup-suspect-bold-hint = write “#”, “##” … at the start of the line in the place of “**”, and leave the number out: it is computed
markup-suspect-table = these lines look like a table and are printed as one paragraph
markup-suspect-table-hint = set “|” between the cells, and the line “|---|---|” under the first row
markup-suspect-link = this looks like a link and is printed as it stands, since its address has a blank
markup-suspect-link-hint = put the address in angle brackets: “[text](<a file with blanks.pdf>)”
markup-suspect-link-form = this looks like a link, but is shown as it is written
markup-suspect-link-form-hint = write it as “[text](address)”, with no blank between the brackets
markup-suspect-note = this looks like a footnote, but is shown as it is written
markup-suspect-note-hint = write “[^id]” where it is referred to and “[^id]: text” on a line of its own, without “\”
markup-suspect-stars = “**” sets off nothing here, and is shown as it is written
markup-suspect-stars-hint = put “**” right at both ends of the words, with a blank outside; to show stars write “\*\*”
markup-suspect-braces = these braces mean something to another program, and are shown here as they are written
markup-suspect-braces-hint = delete the braces and what is in them
markup-suspect-indented = this indented paragraph is taken for code: it is printed as it stands, without footnotes and links
markup-suspect-indented-hint = remove the blanks or the tab before it; if it is code, put it between two lines of “```”
markup-suspect-row = this line is taken for a row of the table above
markup-suspect-row-hint = leave an empty line below the table; if it is a row, put “|” between its cells
markup-suspect-definition = this line is taken for the address of a link, and no link uses it, so it is on no page
markup-suspect-definition-hint = if it is text, begin it with “\[” in the place of “[”; if it is a footnote, write “[^id]: …”
markup-suspect-heading-empty = this heading has no title
markup-suspect-heading-empty-hint = write its title behind “#”, or delete the line
markup-suspect-chart-number = the title of the chart has a number already, and is numbered once more
markup-suspect-chart-number-hint = take the word and the number from the beginning of “title”
markup-suspect-number = this heading has its number already, and is given it a second time
markup-suspect-number-hint = leave the number out; to compare it with the signed text, write “{"{"}n=…{"}"}” at the end of the heading
markup-suspect-attributes = what stands at the end of the heading is not written as attributes, and is printed as text
markup-suspect-attributes-hint = write “{"{"}#id n=II{"}"}”, in one pair of braces at the end of the line
markup-suspect-underlined = this paragraph is taken for a heading, since a line of “---” or “===” stands right under it
markup-suspect-underlined-hint = leave an empty line above it, or delete it; for a heading begin the text with “#”
markup-suspect-items = lines that look like items of a list run together into one paragraph
markup-suspect-items-hint = begin each with “- ” (a hyphen and a blank), or leave an empty line between them
markup-suspect-dash = this looks like an item of a list, but is shown as text, since the blank behind its dash is missing
markup-suspect-dash-hint = put a blank behind the dash: “- ”
markup-suspect-numbering = the number of this item does not follow: the page will count anew
markup-suspect-numbering-hint = correct the numbers; to keep them as they are, write “1\.”, which makes no list
markup-suspect-emphasis = “*” is taken for emphasis here and is not on the page
markup-suspect-emphasis-hint = write “\*” for the sign itself, or “×”
markup-suspect-comment = what follows “#” is taken for a comment and left out
markup-suspect-comment-hint = put the whole value in double quotation marks
markup-suspect-names = several names in one line are taken for one name
markup-suspect-names-hint = write each name on a line of its own that begins with “- ”, or put commas between them and square brackets around: [Office A, Office B]
markup-suspect-list = this line is taken for the first item of a list and looks like the rest of the line above
markup-suspect-list-hint = join it to the line above, or if it is a list, leave an empty line above it

placeholder-left = a blank was left to be filled in: “{ $blank }”
placeholder-left-hint = fill it in before the report is issued
placeholder-left-ellipsis-hint = fill it in before the report is issued; the ellipsis of an enumeration stands at the word before it
placeholder-left-field = a cross-reference copied from Word is lost, and its message is left: “{ $words }”
placeholder-left-field-hint = write the number of the section, table or page in its place; for a link write “[](#id)”

text-repeated = a passage of { $words } words is repeated word for word
text-repeated-hint = delete one of the two, if it was copied by mistake
text-repeated-first = it is here first
text-repeated-word = the word “{ $word }” stands twice in a row
text-repeated-word-hint = delete one of the two

bracket-unbalanced = “{ $sign }” is opened and never closed
bracket-unbalanced-close = “{ $sign }” closes a bracket that was never opened

quote-unbalanced = the quotation mark { $sign } is opened and never closed
quote-unbalanced-close = the quotation mark { $sign } closes what was never opened
quote-unbalanced-turned = the quotation mark { $sign } stands like an opening one while the one before it is still open
quote-unbalanced-turned-hint = if it closes, put it right behind the word before; if not, add the closing one that is missing
quote-unbalanced-turned-first = it was opened here

punctuation-doubled = a sign too much: “{ $signs }”
punctuation-doubled-hint = keep one of them; an ellipsis is three full stops

blank-missing = a blank is missing behind “{ $sign }”
blank-missing-hint = put a blank behind “{ $sign }”
blank-missing-moved-hint = move the blank from before “{ $sign }” to behind it
blank-missing-before = a blank is missing before “{ $sign }”
blank-missing-before-hint = put a blank before “{ $sign }”

combining-mark-left = “{ $word }” has an accent that is not on its letter
combining-mark-left-hint = type the word anew; this often comes from a PDF

legacy-encoding = “{ $word }” looks like an old encoding (TCVN3, VNI), or like text that was read in a wrong one
legacy-encoding-hint = convert the passage to Unicode, or type it anew
legacy-encoding-letter = “{ $word }” has the character “{ $letter }” ({ $number }) of another alphabet
legacy-encoding-letter-hint = type the letter “{ $meant }” of a Vietnamese keyboard; they look alike, but search does not find it
legacy-encoding-sign = the character { $number } belongs to one font (Symbol, Wingdings): a page mostly shows an empty box
legacy-encoding-sign-hint = it is often the bullet of a list copied from Word: begin each item with “- ”; if not, type the sign anew
legacy-encoding-invisible = “{ $word }” has the invisible character { $number }
legacy-encoding-invisible-hint = delete the word and type it anew; search does not find it with an invisible character

superscript-left = the raised number “{ $number }” looks like what is left of a footnote
superscript-left-brackets = “[{ $number }]” looks like the mark of a footnote that a word processor left
superscript-left-hint = write “[^{ $number }]” to refer to the footnote

citation-incomplete = the document “{ $symbol }” is cited without its date
citation-incomplete-hint = give the date where it is first cited, or put “{ $symbol }” with its date into documents.yaml

date-form = the date “{ $date }” is written in another way than the dates of this report
date-form-hint = write them alike; Nghị định 30/2020/NĐ-CP puts a zero before days under 10 and months 1 and 2
date-form-other = elsewhere they are like “{ $example }”
date-form-impossible = no calendar has “{ $date }”
date-form-impossible-hint = look after day, month and year

abbreviation-undefined = the abbreviation “{ $word }” is not explained
abbreviation-undefined-hint = give the full name with “({ $word })” where it is first used, or add it to abbreviations.yaml

tone-mixed = “{ $word }” has its tone mark where the others of this report do not have it ({ $count } like “{ $example }”)
tone-mixed-hint = write “{ $wanted }” like the others
tone-mixed-other = the other habit, for example here

footnote-backlink-missing = the footnote “#{ $id }” has no link back to the place that refers to it
footnote-backlink-missing-all = none of the page's { $count } footnotes has a link back to the place that refers to it
footnote-backlink-missing-hint = end the footnote with a link to the id of its reference; many generators have a setting for it

page-orphaned = no other page links to “{ $page }”
page-orphaned-hint = link to it from a page where a reader looks for it, or take it out of the site

page-unread = “{ $page }” is not checked, { $reason }
page-unread-reason-binary = it is called a page and holds no text
page-unread-reason-large = it is larger than 64 MiB

html-removed = “{ $what }” was taken out of the HTML, it is not on the list of what may be used
html-removed-unbalanced = the tag “{ $what }” has no counterpart in the same line or block
html-removed-unbalanced-hint = open and close an element within the same paragraph or, in a block of HTML, without a blank line between
html-removed-hint = write it in Markdown, or delete it if it is not needed

ignore-unused = this comment silences “{ $code }”, and nothing here raises it
ignore-unused-hint = delete the comment; it applies to nothing but the block or entry behind it


## 4. One line a code, for the list of `congbo explain`; at most 56 columns

summary-footnote-undefined = a reference to a footnote without text
summary-footnote-unused = a footnote that nothing refers to
summary-footnote-duplicate = a footnote with two texts
summary-footnote-empty = a footnote with nothing after its colon
summary-footnote-cycle = footnotes that only refer to one another
summary-footnote-backlink-broken = a link back that misses its reference
summary-reference-unresolved = a link “#…” that leads nowhere
summary-anchor-duplicate = two places with one id or one address
summary-number-mismatch = a given number that is not the computed one
summary-indicator-unsupported = a key figure that its place does not state
summary-directive-unplaced = directives that stand nowhere in the text
summary-directive-missing = a place for directives where there are none
summary-link-broken = a link to a page that does not exist
summary-asset-missing = a link to a file or image that does not exist
summary-chart-data-invalid = figures of which no chart can be drawn
summary-field-unknown = a field that means nothing
summary-field-invalid = a value that its field cannot have
summary-field-missing = a required field that is not there
summary-yaml-invalid = a YAML file that cannot be read
summary-file-misnamed = a file of a wrong name
summary-encoding-invalid = a file that is no UTF-8 text
summary-table-cell-lost = a row with more cells than its table has columns
summary-ignore-invalid = a comment or setting that cannot silence
summary-path-unsafe = a path or link that is not safe
summary-template-invalid = a template that does not work
summary-texts-invalid = a file of texts in a language is wrong
summary-proof-failed = a page that did not pass the last check
summary-footnote-order = numeric ids that are not in reading order
summary-metadata-missing = a report without number or date
summary-citation-suspect = a document symbol that may be wrong
summary-heading-skipped = a heading that skips a level
summary-image-alt-missing = an image without a description
summary-markup-suspect = text that is read as something else than meant
summary-placeholder-left = a blank that was to be filled in
summary-text-repeated = a long passage twice in a paragraph or note
summary-bracket-unbalanced = a bracket without its counterpart
summary-quote-unbalanced = a quotation mark without its counterpart
summary-punctuation-doubled = two signs where one is meant
summary-blank-missing = no blank behind a sign
summary-combining-mark-left = an accent apart from its letter
summary-legacy-encoding = text in an encoding of before Unicode
summary-superscript-left = a raised number left of a footnote
summary-citation-incomplete = a document cited without its date
summary-date-form = no such day, or dates written in two ways
summary-abbreviation-undefined = an abbreviation that nothing explains
summary-tone-mixed = two habits of setting the tone mark
summary-footnote-backlink-missing = a footnote without a link back
summary-page-orphaned = a page that no other links to
summary-page-unread = a page that cannot be read as one
summary-html-removed = HTML that was taken out because it is not safe
summary-ignore-unused = a comment that silences nothing


## 5. Explanations, for `congbo explain CODE`: what, why, an example, how to mend it

explain-footnote-undefined =
    The text refers to a footnote, for example [^3], and no file of the report
    has its text. A reader would meet a number that leads nowhere. The text must
    be in this very report; footnotes of other reports do not count.

    The mistake:
        The province adopted a plan[^3].

    How to mend it: write the text as a line of its own in any .md file of the
    report
    {"    [^3]"}: Plan 12/KH-UBND of 10 January 2024.
    or in footnotes.yaml
        "3": Plan 12/KH-UBND of 10 January 2024.

    Often: no colon after “[^3]”; a blank inside the brackets; the line with the
    text is indented by four blanks or more and is taken for code.

explain-footnote-unused =
    The report has the text of a footnote and nothing refers to it. The text
    would be on no page, so publishing would lose it. Often the reference was
    deleted by mistake or its id was mistyped.

    The mistake:
        The plan of the province was approved.

    {"    [^plan]"}: Decision 1363/QĐ-TTg of 8 November 2022.

    How to mend it: put a reference where it belongs, or delete the text
        The plan of the province was approved[^plan].

    A reference in code, or written \[^plan], does not count.

explain-footnote-duplicate =
    One id has two texts in one report, perhaps in two files, or one in a .md
    file and one in footnotes.yaml. congbo does not choose: a wrong choice would
    give readers a text that does not belong to the place.

    The mistake:
    {"    [^1]"}: Resolution 95/NQ-HĐND of 16 December 2022.
    {"    [^1]"}: Plan 12/KH-UBND of 10 January 2024.

    How to mend it: delete one text, or change one id and its references
    {"    [^1]"}: Resolution 95/NQ-HĐND of 16 December 2022.
    {"    [^2]"}: Plan 12/KH-UBND of 10 January 2024.

    Ids that differ in capital letters or blanks only are the same id.

explain-footnote-empty =
    The footnote has an id and nothing after the colon. A reader who opens the
    footnote would see an empty line.

    The mistake:
    {"    [^4]"}:

    How to mend it: write the text right after the colon
    {"    [^4]"}: Dispatch 09/CĐ-BKHĐT of 10 October 2023.
    Further paragraphs of the same footnote are indented by four blanks. If it
    is not needed, delete the footnote and every reference to it.

explain-footnote-cycle =
    Some footnotes refer to one another, and the text refers to none of them. No
    way leads a reader there, so they would be on no page.

    The mistake:
    {"    [^a]"}: See also[^b].
    {"    [^b]"}: See also[^a].

    How to mend it: refer to one of them where a reader needs it
        Figures of the statistical office[^a].
    or delete these footnotes if they are not needed.

explain-footnote-backlink-broken =
    congbo check --site found a footnote whose link back leads to nothing on its
    page, to another page, or to the reference of another footnote. A reader who
    has read the footnote loses the place in the text.

    The mistake, in the HTML of the page:
        <a id="fnref-1" href="#fn-1" role="doc-noteref">1</a>
        <li id="fn-1">A plan. <a href="#fnref-9" role="doc-backlink">↩</a></li>

    How to mend it: let the link lead to the id of the reference
        <li id="fn-1">A plan. <a href="#fnref-1" role="doc-backlink">↩</a></li>

    In pages made by a generator, look at its template or tell its makers.

explain-reference-unresolved =
    A link [text](#id) or [](#id) leads to an id that nothing in the report has.
    A reader would not get to the place, and [](#id) would have no text to show.
    A link [text][label] is reported too where the label has no address.

    The mistake:
        ## Shortcomings {"{"}#shortcomings{"}"}
        For the causes see [](#problems).

    How to mend it: give the id of the section, directive, paragraph or footnote
        For the causes see [](#shortcomings).

    A footnote's id has “fn-” before it: [](#fn-plan). Another report needs its
    path: [text](/reports/2023/annual#shortcomings).

explain-anchor-duplicate =
    Two places of a report have one id, or two files would be published at one
    address. A link would then have two targets, and a reader could land at the
    wrong one. A list of directives that is placed twice is reported too.

    The mistake:
        ## Results {"{"}#results{"}"}
        ## Results of 2024 {"{"}#results{"}"}

    How to mend it: one id for one place
        ## Results {"{"}#results{"}"}
        ## Results of 2024 {"{"}#results-2024{"}"}

    An id may be left out: congbo makes it from the heading and adds “-2” to a
    second one. Ids that begin with “fn-” or “fnref-” are kept for footnotes;
    toan-van, chu-thich, nhiem-vu and van-ban are pages that congbo makes itself.

explain-number-mismatch =
    congbo numbers sections and directives by their position. “n=” in a heading
    and “number:” in a directive repeat the number of the signed document, to be
    compared. A difference means that something is missing, too much or out of
    order, and the site would not agree with the signed document.

    The mistake (section II was left out):
        ## Results {"{"}n=I{"}"}
        ## Outlook {"{"}n=III{"}"}

    How to mend it: add what is missing, or change the number if the order is
    right
        ## Outlook {"{"}n=II{"}"}

    A heading with {"{"}.unnumbered{"}"} and a level with “none” have no number.

explain-indicator-unsupported =
    Key figures (“indicators” in report.yaml) stand on the front page of a
    report and lead to the place that states them. If that place does not have
    the figure, the front page says something else than the text. Numbers are
    compared whole: “8,05” is not found in “18,05”, “8,051” or “-8,05”, “288”
    not in “1 288”, “12” not in “12/15” (write the whole “12/15”). Letters
    behind a number are its unit: “350” is found in “350km”. Every blank equals
    another, and so do hyphen, dash and minus sign.

    The mistake (the paragraph p1 says “GRDP grew by 8,05%”):
        indicators:
          - label: Growth of the GRDP
            value: "8,5"
            unit: "%"
            stated_in: p1

    How to mend it: write the figure as the text has it, or change the id in
    “stated_in”
            value: "8,05"

explain-directive-unplaced =
    The report has directives in its folder, and no paragraph says where in the
    text they stand. A reader of the report would not see them, and footnotes in
    them would have no place in the order.

    The mistake: there is directives/01-archive.md, and the text has only
        The province sets these tasks:

    How to mend it: add a paragraph that is nothing but a link to the folder
        The province sets these tasks:

    {"    []"}(directives/)

explain-directive-missing =
    A paragraph places a list of directives, and the folder that it names has
    none. A reader would see nothing after the words that lead to the list.

    The mistake:
    {"    []"}(directives/2024/)
    where the directives are in directives/01-archive.md.

    How to mend it: name the right folder
    {"    []"}(directives/)
    or add files to the folder that is named, or delete the paragraph.

explain-link-broken =
    A link leads to a page that the site does not have. A reader who follows it
    would be told that nothing was found.

    The mistake:
        See the [report of 2022](/reports/2022/anual).
    where the folder is content/reports/2022/annual.

    How to mend it: write the name of the folder or file as it is
        See the [report of 2022](/reports/2022/annual).

    A path that begins with “/” counts from the folder content, any other from
    the folder of the file in which it is written. With check --site, “/” counts
    from the folder that is checked; mend the source or template of the page.

explain-asset-missing =
    The text leads to a file (an image, a table, an annex) that is not there. A
    reader would see a broken image or could not download the file. Style sheets
    in static/ are held to the same.

    The mistake:
        ![Map of the plan](images/Map.png)
    where the file is images/map.png.

    How to mend it: write the file's name as it is
        ![Map of the plan](images/map.png)

    Servers tell capital letters in file names apart, even where an author's
    computer does not. Names without accents and blanks are safest.
    With check --site, mend the source or the template of the page.

explain-chart-data-invalid =
    A chart is drawn of a CSV file: the first line names the columns, each line
    below it is a row with as many cells. Between cells stands a comma, a
    semicolon or a tab, as in the first line. Numbers may be written as in
    Vietnamese (1.234,5) or with a decimal point (1,234.5), but all of a file in
    one way; a file that can be read both ways is read as the language of the
    text has it. A cell that is empty, or holds a dash or an ellipsis, is a
    number that is not known.

    The mistake:
        Year;Revenue
        2023;18,05 trillion

    How to mend it: nothing but the number in the cell; the unit belongs to
    “unit” of the chart
        2023;18,05

explain-field-unknown =
    A YAML file has a field that congbo does not know. Most often it is mistyped;
    if it were passed over, what it says would be missing without notice.

    The mistake (report.yaml):
        titel: Annual report

    How to mend it: write the field's name as the hint has it
        title: Annual report

    Names of fields are English words in lower case.

explain-field-invalid =
    The value is not of the kind that the field takes, an id has characters that
    it cannot have, or a field is given twice. congbo does not guess: a wrong
    guess would show what the author did not write.

    The mistake (report.yaml):
        date: 5/12/2023
        status: done

    How to mend it: dates are written year-month-day; a status is draft, final
    (signed) or reader (a reader's edition)
        date: 2023-12-05
        status: final

explain-field-missing =
    A YAML file lacks a field that it must have. Without “title”, for example, a
    report has no name for its head, the outline and the list of reports.

    The mistake (report.yaml):
        type: Report
        symbol: BC-UBND

    How to mend it: add the field that the message names
        title: Direction and administration in 2023
        type: Report
        symbol: BC-UBND

explain-yaml-invalid =
    A YAML file, or what stands between the two lines “---” at the head of a
    directive, breaks the rules of YAML and cannot be read. It is then unknown
    what the report is called and which number it has.

    The mistake (a colon inside a value):
        title: Report: results of 2023

    How to mend it: put the value in double quotes
        title: "Report: results of 2023"

    Often: lines indented with the Tab key (only blanks may be used); no blank
    after a colon; lines of one level that are not indented alike.

explain-file-misnamed =
    Some files are known by their names: “report.yaml”, “footnotes.yaml”,
    “site.yaml”, “documents.yaml”, “abbreviations.yaml”, and text files that end in
    “.md”. Under another name (“report.yml”, “Report.yaml”, “01.md.txt”) a file is
    not read, and what is in it would be lost.

    The mistake:
        content/bao-cao/2024/tong-ket/report.yml

    How to mend it: rename the file
        content/bao-cao/2024/tong-ket/report.yaml

    On Windows, switch “File name extensions” on to see whole names.

explain-encoding-invalid =
    The file is not stored as UTF-8, so its letters cannot be read for certain.
    Readers would see garbled text.

    The mistake: the file was saved by an old Notepad as “Unicode” (UTF-16) or
    “ANSI”, or was typed in a font such as .VnTime (TCVN3) or VNI-Times (VNI).

    How to mend it: open the file, choose Save as, choose UTF-8 and save. TCVN3
    and VNI text has to be converted to Unicode first, with the converter of the
    input method (UniKey: Ctrl+Shift+F6).

explain-table-cell-lost =
    A table has as many columns as its first row has cells. Cells beyond these
    would be on no page, and the figures in them lost without a word, so nothing
    is published.

    The mistake:
        | Năm | Thu |
        |---|---|
        | 2023 | 18.500 | tỷ đồng |

    How to mend it: give the table the column, or take the cell away
        | Năm | Thu | Đơn vị |
        |---|---|---|
        | 2023 | 18.500 | tỷ đồng |

    A “|” within a cell is written “\|”.

explain-ignore-invalid =
    One place in a text may silence one code by a comment with a reason; “lints”
    in site.yaml sets the level of a code for the whole site. This comment or
    setting cannot be used: it is not written as it should be, has no reason,
    names no code, or names one that cannot be lowered, since the site would be
    broken.

    The mistake:
        <!-- congbo: ignore citation-suspect -->

    How to mend it: give the code and the reason
        <!-- congbo: ignore citation-suspect: printed so in the signed text -->

    In a YAML file the comment begins with “#” and stands above its entry, not
    inside a text behind “|”. Its hyphens are plain “--”, not the “–” that word
    processors make of them.

explain-path-unsafe =
    A path leads out of the site's folder, a link is of a kind that can run
    something on a reader's computer, or an image, or what a style sheet in
    static/ asks for, would be fetched from another host. This could publish
    internal files, harm readers, or tell another host who is reading the report.

    The mistake:
    {"    ["}annex](../../../archive/annex.docx)
    {"    ["}open](javascript:alert(1))
        ![Chart](https://example.org/chart.png)

    How to mend it: copy the file or image into the report's folder and lead to
    that file
    {"    ["}annex](annex.docx)
        ![Chart](images/chart.png)

explain-template-invalid =
    A template does not work: it breaks Tera's rules, uses a value that is not
    there, or calls a template that does not exist. Without it the pages cannot
    be made, so nothing is published.

    The mistake (templates/base.html):
        <h1>{"{{"} site.titel {"}}"}</h1>

    How to mend it: see the template, line and cause that the message names
        <h1>{"{{"} site.title {"}}"}</h1>

    Without a file in templates/, congbo uses its own of the same name.

explain-texts-invalid =
    A site can use another language, or other words than the built-in ones, by a
    file templates/<code of the language>.ftl. This one has a line that cannot be
    read, a text that no page asks for, one text twice, a value that a text is
    not given, or it lacks texts. Where a text is missing, a page would have no
    words, so nothing is published.

    The mistake (templates/en.ftl):
        site-outlines = In this report

    How to mend it: use the name that congbo has
        site-outline = In this report

    The file of a further language (such as lo.ftl) has all texts “site-”;
    vi.ftl and en.ftl only have those that are to be replaced.

explain-proof-failed =
    Before it publishes, congbo reads all pages once more as a browser would:
    every link has its target, no id stands twice on a page, every footnote has
    a reference and a way back, and the printed numbers are in order. If this
    fails, it is a bug of the program and no mistake of the author's, unless the
    site has templates of its own in templates/.

    Example: a template of the site's own leaves out the footnotes at the foot of
    the page, so the references on that page have no target.

    What to do: with templates of your own, move the folder templates/ away and
    try again. If it still fails, send the message as it is to whoever maintains
    the site. What was published before is still there.

explain-footnote-order =
    The ids of the footnotes are numbers that do not ascend in reading order. The
    site numbers footnotes in reading order, so the printed number differs from
    the id. This may be meant, or a passage may be in the wrong place.

    The mistake:
        Revenue met the plan[^2]. Exports rose[^1].

    How to mend it: if the order of the text is right, change the ids, in the
    references and where the texts are given
        Revenue met the plan[^1]. Exports rose[^2].
    or use words, which promise no number: [^revenue].

explain-metadata-missing =
    The report has no number or no date yet. Its head leaves the place open, as a
    draft does. With “status: final” (signed) this is an error and nothing is
    published: nobody can cite a document without number and date.

    Example (report.yaml):
        symbol: BC-UBND
        status: draft

    How to mend it: fill them in once the document is signed; the date is written
    year-month-day
        number: 15
        symbol: BC-UBND
        date: 2023-12-05
        status: final

    To silence it while there is no line “number” or “date”, put the comment
    anywhere in report.yaml; one comment is about one of the two.

explain-citation-suspect =
    The number and symbol of a cited document are of a form that no issuer uses.
    A reader who looks for it under a wrong symbol will not find it.

    The mistake:
        Công điện số 749/CE-TTg ngày 18/8/2023

    How to mend it: compare it with the original (a dispatch has the symbol CĐ)
        Công điện số 749/CĐ-TTg ngày 18/8/2023

    The year in the symbol of a legal document is that of its signing: there is
    no Nghị định số 61/2018/NĐ-CP ngày 23/4/2028.

    This is a warning and nothing is changed. If the original really has this
    symbol, leave it, and put this comment right above the paragraph:
        <!-- congbo: ignore citation-suspect: printed so in the original -->

explain-heading-skipped =
    A heading is more than one level deeper than the one before, for example
    “####” after “##”. The outline and the numbers would lack a level, and people
    who use a screen reader would think that a part is missing.

    The mistake:
        ## Results
        #### Revenue

    How to mend it: use the next level, or add the heading between
        ## Results
        ### Revenue

explain-image-alt-missing =
    An image has no description. People who use a screen reader do not learn what
    it shows, and when the image cannot be loaded nobody does.

    The mistake:
        ![](images/map.png)

    How to mend it: write what the image shows in the brackets
        ![Map of the province's industrial zones](images/map.png)

    For a chart, give its main figure, not just “Chart”.

explain-markup-suspect =
    Something is read as something else than its author seems to have meant: a
    heading without the blank behind “#”, or typed in bold; a table without its
    rule; a link with blanks in its address; a paragraph indented as in Word; a
    line that was broken right before a dash. It would be published, but not as
    it was meant.

    The mistake:
        ##Kết quả thực hiện
    {"    **"}II. Kết quả thực hiện**

    How to mend it: write it as a heading
        ## Kết quả thực hiện

    Likewise: a dash without its blank (“-Review”), the bullets of Word (“•”),
    “**” that closes nothing, “[text] (address)”, a line of “---” right under
    text.

    If the text is right as it is, put “\” before the sign.

explain-placeholder-left =
    A blank that was to be filled in is still there: an ellipsis in the
    middle of a sentence, a day or number left open, “XX%”; or the message
    that Word prints for a lost cross-reference (“Error! Reference source not
    found.”). Once the report is final this is an error.

    The mistake:
        Sở đã ban hành ... thông báo kết luận.

    How to mend it: fill it in
        Sở đã ban hành 12 thông báo kết luận.

    The ellipsis of an enumeration stands at the word before it.

explain-text-repeated =
    A passage of 40 words or more stands twice in one paragraph or footnote,
    as it happens when text is pasted twice. The name of a document or a
    policy may be repeated, however long it is: what counts has a semicolon or
    a full stop in its middle, or is a whole sentence. Words that never follow
    themselves (“đã đã”, “của của”, “các các”) are told as well.

    The mistake:
        … safe vegetables; training for the households … safe vegetables;
        training for the households …

    How to mend it: delete one of the two, or correct the second.

explain-bracket-unbalanced =
    A bracket is opened and never closed, or closed and never opened. The
    brackets of “a)” and “1)” do not count.

    The mistake:
        Ba huyện (Hương Sơn, Đức Thọ, Can Lộc đã hoàn thành.

    How to mend it: add the one that is missing
        Ba huyện (Hương Sơn, Đức Thọ, Can Lộc) đã hoàn thành.

explain-quote-unbalanced =
    A quotation mark is opened and never closed, or closed and never opened:
    a reader cannot tell where the quotation begins or ends.

    The mistake:
        Thực hiện chủ đề “Kỷ cương, hiệu quả năm 2023.

    How to mend it: add the one that is missing
        Thực hiện chủ đề “Kỷ cương, hiệu quả” năm 2023.

explain-punctuation-doubled =
    Two signs stand where one is meant. Three full stops are an ellipsis,
    and “./.” closes a text.

    The mistake:
        Đã hoàn thành ba dự án..

    How to mend it: keep one of them
        Đã hoàn thành ba dự án.

explain-blank-missing =
    A word stands right behind a sign or right before a bracket, or the blank
    is on the wrong side of the sign (“văn bản ,trong”, “kinh tế -xã hội”,
    “Tỷ lệ:98%”); or, in the signature, a word stands behind “TM.”, “KT.”.

    The mistake:
        TM.ỦY BAN NHÂN DÂN

    How to mend it: put a blank there
        TM. ỦY BAN NHÂN DÂN

explain-combining-mark-left =
    An accent is a character of its own that fits no letter, or it stands on
    the consonant behind its vowel. It is shown wrongly, and nobody finds the
    word. Both come from PDF files.

    The mistake:
        phát triêń kinh tế

    How to mend it: delete the word and type it anew in Unicode.

explain-legacy-encoding =
    Text in an old encoding (TCVN3, VNI), or read in a wrong one: the page
    shows other signs than are meant. So it is with letters of other alphabets
    that look like Vietnamese ones (“Ð” U+00D0 for “Đ”), with signs of the
    fonts Symbol and Wingdings, and with invisible signs within a word: search
    does not find them, and screen readers read them wrongly.

    The mistake:
        ñaàu tö; nh©n d©n; Ä‘áº§u tÆ°

    How to mend it: convert the passage to Unicode, or type it anew
        đầu tư; nhân dân

explain-superscript-left =
    A raised digit stands behind a word, like the mark of a footnote in
    print, and leads nowhere. Units such as m² and km³ do not count.

    The mistake:
        Tổ máy¹ đã hoạt động.

    How to mend it: refer to the footnote
        Tổ máy[^1] đã hoạt động.

    So is “[1]” right behind a word, as it is left of a text from Word.

explain-citation-incomplete =
    A document is cited by number and symbol alone. Numbers begin anew every
    year, so that without a date nobody knows which one it is.

    The mistake:
        Theo Nghị quyết số 26/NQ-CP.

    How to mend it: give the date where it is first cited
        Theo Nghị quyết số 26/NQ-CP ngày 27/02/2023 của Chính phủ.

    To leave the sentence as it is, give the date in documents.yaml.

explain-date-form =
    There is no such day, or the date is written in another way than the
    others of the report. Nghị định 30/2020/NĐ-CP puts a zero before days
    under 10 and months 1 and 2.

    The mistake:
        31/02/2023; or 30/1/2023 where all others are like 30/01/2023

    How to mend it: write them alike in the whole report
        30/01/2023

explain-abbreviation-undefined =
    An abbreviation is used that neither the report nor abbreviations.yaml
    explains. Only sites that have that file are checked for it.

    The mistake:
        Cải thiện chỉ số DDCI của các địa phương.

    How to mend it: add it to abbreviations.yaml
        DDCI: năng lực cạnh tranh cấp sở, ban, ngành và địa phương

explain-tone-mixed =
    One report sets the tone mark in two ways: “hòa” and “hoà”. Both can be
    read, but who looks for one does not find the other.

    The mistake:
        văn hoá, where the others are like “hóa”

    How to mend it: use the habit of the others
        văn hóa

explain-footnote-backlink-missing =
    congbo check --site found a footnote from which no link leads back. A reader
    who has followed a reference has to look for the place in the text again,
    which is hard with a screen reader.

    The mistake, in the HTML of the page:
        <a id="fnref-1" href="#fn-1" role="doc-noteref">1</a>
        <li id="fn-1">A plan.</li>

    How to mend it: end the footnote with a link to its reference
        <li id="fn-1">A plan. <a href="#fnref-1" role="doc-backlink">↩</a></li>

    Where no footnote of a page has one, that is said once.

explain-page-orphaned =
    congbo check --site found a page to which no other page links. Only who knows
    its address can read it. The site's first page, pages of errors (404.html),
    lists of all pages (sitemap.html), pages that send a reader on to another,
    copies that name another page as canonical, and pages that ask search engines
    to leave them out (meta robots with noindex or none) need no link.

    Example:
        public/old-plan/index.html is there, and no page has a link to old-plan/.

    What to do: link to it from the page where a reader looks for it, or take it
    out of the site. A line in sitemap.xml is no link that a reader can follow.

explain-page-unread =
    A file is called a page (.html) and holds no text, or more than 64 MiB. congbo
    check --site does not look into it, and takes every link to a place in it for
    good.

    Example:
        public/map.html is a picture that was saved under this name.

    What to do: give the file the name of what it is, or take it out of the site.

explain-html-removed =
    The text has HTML that is not on the list of what may be used, such as a
    script, an embedded page, or the attributes “style” and “onclick”. It was
    taken out to protect readers, so the page may not look as its author thinks.

    The mistake:
        <p onclick="open()">Press here</p>
        <iframe src="https://example.org"></iframe>

    How to mend it: use Markdown, or a link in place of an embedded page
    {"    ["}See here](https://example.org)

    Text copied from Word often brings HTML along; paste it as plain text.

explain-ignore-unused =
    A comment silences a code that nothing raises at its place: perhaps the mistake
    has been mended. If it stays, it hides what may come.

    The mistake:
        <!-- congbo: ignore tone-mixed: a name -->
        A paragraph with nothing to warn of.

    How to mend it: delete the comment. A comment that stands alone applies to the
    block after it, one within a block to that block.


## 6. Help (args); {"<…>"} are written by the program

help-about = Publishes official reports as a site that citizens can read
help-after =
    Examples:
      congbo init my-reports             write a small site into the folder my-reports
      congbo check                       check the content and write nothing
      congbo build                       check, then publish into the folder public
      congbo explain footnote-undefined  explain a code

    Exit status: 0 nothing to mend, 1 something to mend, 2 could not run.
    Help for a command: congbo build --help
help-usage = Usage
help-options-word = OPTIONS
help-command-word = COMMAND
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-global = Common options
help-value-folder = DIR
help-value-language = LANGUAGE
help-value-when = WHEN
help-value-count = N
help-value-format = FORMAT
help-value-revision = REVISION
help-value-code = CODE
help-value-shell = SHELL

help-root = The folder that holds content/ (default: the current folder)
help-lang = Language of the messages: vi or en (default: that of content/site.yaml)
help-color = Colours: auto (only on a terminal), always or never (default: auto)
help-quiet = Print only what makes the command fail
help-help = Print this help
help-version = Print the version

help-build = Check all content, then publish it
help-build-after =
    With errors nothing is published and what was published before stays. Errors
    and warnings are written to stderr, the summary to stdout.

    Examples:
      congbo build                         publish into the folder public
      congbo build --output /var/www/html  publish into another folder
      congbo build --strict                do not publish while there are warnings
help-output = The folder to publish into (default: public in the site's folder)
help-jobs = How many things are done at a time (default: one a core)
help-strict = Treat warnings as errors
help-overwrite = Keep files in the output folder that congbo did not write; where the site has a file of the name, it takes their place
help-precompress = Also write compressed copies, .gz and .br, for servers that send them as they are

help-check = Check the same as build and write nothing
help-check-after =
    What is found is written to stdout. Formats other than human are for other
    programs and always complete, with --quiet too: json, sarif (code scanning,
    editors), github (annotations of GitHub Actions), junit (tables of tests).

    Examples:
      congbo check                             check the current folder
      congbo check --root my-reports           check another folder
      congbo check --since origin/main         warnings only of what was changed
      congbo check --site public               check pages as they lie there
      congbo check --format json > found.json  for another program
help-heading-site = Check a folder of HTML
help-site = Check the HTML in this folder, made by any generator, and not the content
help-base-url = Where the folder is published: full addresses there are links within it
help-clean-urls = The server takes the address “page” for the file “page.html”
help-list-external = List the addresses on other hosts as well; none is fetched
help-value-url = URL
help-since = Report warnings only in files that differ from this git revision; errors always
help-format = How to print: human, json, sarif, github or junit (default: human)

help-explain = Explain the code of an error or warning
help-explain-after =
    Without a code, all codes are listed, one a line.

    Examples:
      congbo explain                     list all codes
      congbo explain footnote-undefined  explain one
help-explain-code = The code that a message shows, for example footnote-undefined

help-init = Write a small site to start from
help-init-after =
    The site has a report of two sections with footnotes and directives, and
    comments in every file. No file is overwritten: where there is a folder content
    already, nothing is done.

    Examples:
      congbo init              write it into the current folder
      congbo init my-reports   write it into the folder my-reports
help-init-dir = The folder to write it into (default: the current folder)

help-completions = Print the completions file of a shell
help-completions-after =
    Examples:
      congbo completions bash > ~/.local/share/bash-completion/completions/congbo
      congbo completions fish > ~/.config/fish/completions/congbo.fish
help-completions-shell = The shell: bash, elvish, fish, powershell or zsh

help-help-command = Print the help of a command
help-help-command-name = The command's name


## 7. A command line that cannot be understood (usage)

usage-unknown-argument = there is no argument “{ $argument }”
usage-unknown-command = there is no command “{ $command }”
usage-value-invalid = “{ $argument }” cannot have the value “{ $value }”
usage-value-missing = “{ $argument }” needs a value
usage-value-unexpected = “{ $argument }” takes no value “{ $value }”
usage-repeated = “{ $argument }” is given more than once
usage-conflict = “{ $argument }” cannot be used together with “{ $other }”
usage-required = the required argument “{ $argument }” is missing
usage-not-text = the command line has characters that are not UTF-8
usage-other = the command line cannot be understood
usage-hint-values = use one of the values: { $values }
usage-hint-jobs = write a whole number from 1 on, for example “--jobs 2”
usage-hint-root = name the folder of the site with “--root { $path }”; to check a site that was built: congbo check --site { $path }
usage-see = For help: { $command } --help


## 8. Commands

# Which of the decimal signs stands in a number of seconds.
decimal-separator = .

failure-empty = there is no file in “{ $path }”, so there is nothing to publish
failure-no-content = there is no folder “{ $path }”, so there is nothing to publish
failure-no-content-hint = run the command in the folder that holds content/ or name that folder with --root; to write a small site to start from: congbo init
failure-no-content-hint-above = there is content/ in “{ $path }”; run the command there or add --root { $path }
failure-no-site = there is no folder “{ $path }”, so there is nothing to check
failure-no-pages = there are no HTML pages in “{ $path }”, so there is nothing to check
failure-write = the result could not be written to the terminal or file: { $reason }
failure-read = “{ $path }” cannot be read: { $cause ->
    [denied] no permission
   *[other] { $detail }
}
failure-current-folder = the current folder cannot be opened; it may have been deleted: { $reason }
failure-current-folder-hint = go to another folder and run this again: cd
failure-environment = the environment variable { $name } would change the search data that is published
failure-environment-hint = take it away and run this again: unset { $name }
failure-threads = the threads cannot be started: { $reason }

# Where the site is written (output). $action and $cause are words to choose by.
output-protected = the site cannot be published into “{ $path }”: it would get in the way of “{ $protected }”, which it is made from
output-protected-hint = choose a folder of its own with --output, for example: --output public
output-not-folder = “{ $path }” is not a folder, so nothing can be published there
output-not-folder-hint = choose another folder with --output, or move what is there away
output-locked = another build is publishing into “{ $path }”
output-foreign = “{ $path }” holds files that congbo did not write, so nothing was published:
output-foreign-hint = move these files away or put them into static/, choose another folder with --output, or build with --overwrite: it keeps those that the new site has not, replaces those that it has, and drops .gz and .br of what is another file now
output-foreign-added = { $path } (not from congbo)
output-foreign-changed = { $path } (changed since it was published)
output-stranded = publishing into “{ $path }” broke off and the old site could not be put back; it is whole in “{ $aside }”: { $detail }
output-stranded-hint = run the build again, it puts the old site back first; or move “{ $aside }” to “{ $path }” by hand
output-io = { $action ->
    [find] the folder of “{ $path }” cannot be found
    [lock] “{ $path }” cannot be locked against a second build
    [read] what was published in “{ $path }” cannot be read
    [write] “{ $path }” cannot be written
    [publish] the new site cannot be put in its place, “{ $path }”
   *[clean] “{ $path }” cannot be cleared away
}: { $cause ->
    [full] the disk is full
    [read-only] the disk can only be read
    [denied] no permission
    [mount] the folder is a disk or is in use
    [file] a part of the path is a file and not a folder
    [name] a name in the path is too long or has a sign that cannot be used
    [path] this cannot be the path of a published file
    [taken] there is a file of this path already
   *[other] { $detail }
}
output-io-hint = { $cause ->
    [full] make room on the disk and build again
    [read-only] choose a folder on another disk with --output
    [denied] ask for the right to write there, or choose another folder with --output
    [mount] choose a folder inside it with --output
    [file] look at the path given to --output
    [name] choose a shorter name
    [path] rename the file: without “\” and control characters
    [taken] see which two files or pages come to this path, and rename one of them
   *[other] look after the folder, or choose another one with --output
}; what was published before is still there

built-replaced = these files in “{ $path }” are not as they were, since the new site has files of the same names:
built-stale = these compressed copies in “{ $path }” were not kept, since what they are of is another now, and a server would send the old one to readers:
built-kept = these files in “{ $path }” are not from congbo and were kept in the new site:
built-leftover = the new site is published; what was there before could not all be removed, and the next build tries again:
built-heading = Published into { $output }
built-reports = reports
built-pages = pages
built-sections = sections
built-directives = directives
built-footnotes = footnotes
built-references = { $count ->
    [one] { $count } reference
   *[other] { $count } references
}
built-citations = citations of documents
built-warnings = warnings
built-time = time
built-seconds = { $seconds } seconds
not-published = Nothing was published; what was published before, if anything, is still there.
not-published-strict = Nothing was published, because of --strict and the warnings; what was published before, if anything, is still there.

explain-heading-errors = Errors: nothing is published while there are any
explain-heading-warnings = Warnings: published all the same, unless with --strict
explain-list-after = To explain one of them: congbo explain footnote-undefined
explain-unknown = there is no code “{ $code }”
explain-unknown-hint = run “congbo explain” for a list of all codes

init-exists = “{ $path }” already has content, so nothing was written
init-exists-hint = choose another folder, for example: congbo init my-reports
init-failed = “{ $path }” could not be written: { $reason }
init-done = A small site was written into { $path }:
init-next =
    Next:
    {"  "}{ $check }
    {"  "}{ $build }
    then open { $index } in a browser. To begin a report of your own, read the
    comments in { $site } and change the files one by one.

# Why the disk would not.
reason-not-found = there is no such folder
reason-file = a part of the path is a file and not a folder
reason-name = a name in the path is too long or has a sign that cannot be used
reason-denied = no permission to write
reason-read-only = the disk can only be read
reason-full = the disk is full
reason-exists = the file exists already


## 9. Phases, as the progress line shows them (progress)

phase-read = Reading the content
phase-read-site = Reading the folder
phase-resolve = Resolving footnotes and links
phase-render = Making pages
phase-proof = Checking the pages
phase-precompress = Compressing the files
phase-publish = Publishing
phase-wait = Waiting for another build of this site
# The site's own words: every text that a template prints. t(key="x") in a template is site-x here.

## The frame of a page

site-skip-to-content = Skip to main content
# Name of the links in the head of every page
site-navigation = Sections of the site
site-home = Home
site-breadcrumbs = Breadcrumbs
# Name of the links at the foot of every page
site-site-pages = Reference pages
site-feed = New reports (Atom feed)
site-address = Address: { $address }
site-phone = Telephone:
site-email = E-mail:
site-website = Website:
# On paper only, before the page's address
site-printed-from = Printed from:

## The form of the document (Nghị định 30/2020/NĐ-CP), in the language of its text

site-nation-name = SOCIALIST REPUBLIC OF VIET NAM
site-nation-motto = Independence - Freedom - Happiness
site-number-label = No.
site-number-inline = No. { $number }
site-recipients-label = Recipients:
# For screen readers only, after a number that is still open
site-number-open = (number not yet given)

## What kind of text it is

site-status-draft = Draft
site-status-draft-explained = This document has not been signed and issued; its contents may still change.
site-status-draft-brief = Draft, not yet signed and issued.
site-status-final = As issued
site-status-reader = Reader’s edition
site-status-reader-explained = This edition was prepared for easier reading and does not replace the signed document; please rely on the signed document when quoting or applying it.
site-status-reader-brief = Reader’s edition; it does not replace the signed document.

## The front page of a report

site-indicators = Key figures
site-chart-kind-bar = Bar chart
site-chart-kind-line = Line chart
site-chart-kind-stacked-bar = Stacked bar chart
site-chart-kind-share = Chart of shares
site-chart-rows = { $count ->
    [one] { $kind } of { $count } row: “{ $first }”.
   *[other] { $kind } of { $count } rows, from “{ $first }” to “{ $last }”.
}
site-chart-range = { $name }: lowest { $lowest } ({ $low }), highest { $highest } ({ $high }).
site-chart-constant = { $name }: { $value } throughout.
site-chart-unit = Unit:
site-chart-source = Source:
site-chart-data = The figures of this chart as a table
site-chart-axis = The axis runs from { $low } to { $high } and does not begin at 0.
site-chart-download = Download the figures (CSV)
site-outline = Contents
site-start-reading = Read from the beginning
site-report-front = Front page
# Name of the links to the pages of a report
site-report-pages = Pages of the report
site-counts = This report has
site-count-sections = { $count ->
    [one] { $count } section
   *[other] { $count } sections
}
site-count-directives = { $count ->
    [one] { $count } directive
   *[other] { $count } directives
}
site-count-footnotes = { $count ->
    [one] { $count } footnote
   *[other] { $count } footnotes
}
site-count-documents = { $count ->
    [one] { $count } cited document
   *[other] { $count } cited documents
}
site-downloads = Download the data
site-download-report = Whole report
site-citation = Cite this report
site-citation-entry = Citation file
site-full-text = Full text

## The page of a section

site-children = Sections in this part
# Name of the links to the pages before and after
site-previous-next = Previous and next section
site-previous = Previous
site-next = Next

## Footnotes

site-footnotes = Footnotes
site-footnotes-of = Footnotes of { $place }
site-footnote-in-list = See in the list of footnotes
site-back = Back
site-close = Close

# Quoting.

site-quote = Quote
site-copy-quotation = Copy quotation
site-copy-link = Copy address
site-copied = Copied.
site-copy-failed = The browser does not allow copying. Please select the text in the box and copy it.
site-back-to-reference = Back to the reference to footnote { $number }
site-back-to-reference-nth = Back to reference { $index } to footnote { $number }
site-back-to-reference-in = Back to the reference to footnote { $number } in { $place }

## Directives

site-directives = Directives
site-lead = Lead
site-support = Support
site-deadline = Deadline
site-topics = Topics
site-state = State
site-state-open = Open
site-state-in-progress = In progress
site-state-done = Done
site-directive-in-text = { $label } in the text

# Directives: overview, filters, calendar, departments

site-total = Total
site-state-unknown = State not given
site-directive-overview = Overview
site-directive-texts = Full texts
site-directive-number = No.
site-directive-summary = Directive
site-filter = Filter and group the directives
site-filter-department = Department that leads or supports
site-filter-all = All
site-filter-quarters = By quarter
site-filter-months = By month
site-filter-undated = No deadline
site-filter-shown = Showing { $shown } of { $total } directives.
site-filter-nothing = No directive fits these choices. Take one of them back.
site-filter-dropped = The page no longer has these filters and does not apply them: { $values }.
site-filter-reset = Clear all choices
site-group = Group by
site-group-list = Order of the report
site-group-quarter = Deadline, by quarter
site-group-month = Deadline, by month
site-group-no-lead = No lead given
site-group-no-topic = No topic given
site-quarter = Q{ $index } { $year }
site-month = { $index ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $year }
site-calendar = Deadlines of directives
site-calendar-add = Add the deadlines to a calendar
site-calendar-explained = An .ics file for the calendar of a phone or computer; each deadline is an all-day entry.
site-calendar-name = Deadlines of directives: { $of }
site-departments = Departments
site-departments-explained = Everyone who leads or supports directives in the reports on this site.
site-departments-draft = The figures include directives of drafts that have not been signed.
site-departments-reader = The figures include directives of editions for readers, which do not replace the signed documents.
site-department = Department
site-department-leads = Leads
site-department-done = Done
site-department-supports = Supports

## Cited documents

site-documents = Cited documents
site-site-documents = Cited documents
site-site-documents-explained = The documents that the reports on this site cite, and the places that cite each of them.
site-mentioned-in = Cited in:
site-place-nth = { $place }, time { $index }

## Lists

site-published = Published
site-contents = In this section
site-kind-text = Page
site-kind-folder = Section
site-abbreviations = Abbreviations

## Pages that have nothing to show yet

site-nothing-site-documents = The reports on this site do not cite any document yet.
site-nothing-departments = The reports on this site do not name anyone who leads or supports directives yet.
site-nothing-abbreviations = This site has no list of abbreviations yet.
site-nothing-footnotes = This report has no footnotes.
site-nothing-directives = This report has no directives.
site-nothing-documents = This report does not cite any document.

## Search

site-search = Search
site-search-words = Words to search for
site-search-submit = Search
site-search-filters = Filter results
site-search-kind = Kind of content
site-search-kind-section = Sections of reports
site-search-kind-directive = Directives
site-search-kind-footnote = Footnotes
site-search-kind-document = Cited documents
site-search-kind-page = Information pages
site-search-year = Year of the report
site-search-language = Language
site-search-report = Report
site-search-results = Search results
site-search-more = Show more results
site-search-searching = Searching…
site-search-found = Results: { $count }.
site-search-first = The first { $count } results; there are more at the end of the list.
site-search-near = No place has all of these words. Results that come nearest: { $count }.
site-search-none = Nothing was found for “{ $query }”.
site-search-empty = There are no words to search for.
site-search-no-results = (none)
site-search-trouble = The search data could not be loaded. Please check your connection and try again.
site-search-noscript = This page can only search with JavaScript, which is off in this browser. Please use the lists below.
site-search-noscript-find = Each report has an outline. On the page with its full text, find words with the browser's own search (Ctrl + F; on a phone “Find in page”).
site-search-advice = How to search
site-search-advice-accents = Accents are optional: “dau tu cong” finds “đầu tư công”. With accents, exact matches come first.
site-search-advice-symbol = Find documents by their number and symbol, whole or in part, for example 26/NQ-CP.
site-search-advice-place = Name a section, directive, table, chart, appendix or footnote of a report to reach it, as the report calls it, for example mục I.2 or chú thích 4.
site-search-advice-phrase = Put a phrase in quotation marks to find only that phrase.
site-search-advice-spelling = If nothing is found, check the spelling, use fewer words or remove filters.
site-search-lists = Or go through a list:
site-search-list-reports = Published reports

## Not found

site-not-found = Page not found
site-not-found-explained = There is no page at this address. It may have been moved, or the address may be mistyped.
site-not-found-home = Go to the front page

# The language and territory of the page, as Open Graph has them.
site-territory = en_US

# What congbo itself writes into the content: references to a place, names of tables
site-cite-opening = the introduction
site-cite-section = section { $number }
site-cite-section-titled = section “{ $title }”
site-cite-point = point { $letter }
site-cite-point-of = point { $letter } of section { $number }
site-cite-in-part = { $place }, { $part }
site-cite-directive = directive { $number }
site-cite-directive-of = { $directive } of { $place }
site-cite-note = footnote { $number }
site-cite-table = table { $number }
site-cite-table-in = the table in { $place }
site-cite-chart = figure { $number }
site-cite-paragraph = paragraph { $number } of { $place }
site-place-paragraph = { $place }, paragraph { $number }
site-table = Table
site-table-numbered = Table { $number }
site-chart-numbered = Figure { $number }
site-directive-numbered = Directive { $number }
site-document-kind = Report
# What a part is called; the letters that count points, in their order, with a blank between them
site-part = Part { $number ->
    [1] One
    [2] Two
    [3] Three
    [4] Four
    [5] Five
    [6] Six
    [7] Seven
    [8] Eight
    [9] Nine
    [10] Ten
    [11] Eleven
    [12] Twelve
    [13] Thirteen
    [14] Fourteen
    [15] Fifteen
    [16] Sixteen
    [17] Seventeen
    [18] Eighteen
    [19] Nineteen
    [20] Twenty
   *[other] { $number }
}
site-letters = a b c d e f g h i j k l m n o p q r s t u v w x y z
# A report cited in full: “Draft Report No. 15/BC-UBND dated 5 December 2023 of … on “…””
site-cite-draft = Draft { $kind }
site-cite-dated = dated { $date }
site-cite-issuer = of { $issuer }
site-cite-subject = on “{ $subject }”
site-date-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $year }
site-date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $year }
site-date-year = { $year }
site-link-home = the front page
site-link-full-text = the full text
site-link-footnotes = the footnotes
site-link-directives = the directives
site-link-documents = the cited documents
# After “… must be”
expected-text = a text
expected-straight = a text in straight quotation marks, or in none: curly ones are taken as part of the text
expected-list = a list: one item a line, each beginning with “- ”
expected-mappings = a list of entries: each begins with “- ” and has lines of “field: value”
expected-mapping = lines of “field: value”
expected-documents = a list of documents, each beginning with “- symbol: …”
expected-footnotes = lines of “id: text”
expected-date = a day of the calendar as year-month-day, such as 2023-12-05
expected-partial-date = a day of the calendar as year-month-day, such as 2023-12-05, or 2023-12 or 2023 while it is open
expected-number = a document number: digits, perhaps with a letter, such as 15, 05 or 15a
expected-symbol = what follows the number and its slash, without blanks, such as BC-UBND
expected-ordinal = a whole number from 1 up
expected-split = a whole number from 0 to 6
expected-url = a web address that begins with https:// or http://
expected-base-url = the web address of a folder, which begins with https:// or http:// and has no “?”, “#”, empty part “//”, “..” or name of a page such as index.html
expected-email = an e-mail address, such as vanphong@hatinh.gov.vn
expected-level = one of: error, warning, ignore
expected-language = the code of a language that the site has texts in: vi, en, or one with a file of texts in templates/
expected-one-of-chart = one of the words: bar, line, stacked-bar, share
expected-column = the name of a column in the first line of the file of figures
expected-one-column = the name of exactly one column of numbers: a share chart divides one column
expected-column-once = the name of another column: this one is in use already
expected-few-columns = the names of one to six columns of numbers
expected-data = the path of a CSV file in the content folder, from where it is written
expected-one-of-status = one of: draft, final, reader
expected-one-of-state = one of: open, in-progress, done
expected-one-of-numbering = one of: part (Phần thứ nhất), roman (I, II), decimal (1, 2), dotted (1.1, 1.2), letter (a, b, c), none

# Causes of yaml-invalid
yaml-cause-colon = a value with a colon and a blank in it needs quotes
yaml-cause-line = this line does not fit the lines above: check its indentation, the colon and the blank after the colon
yaml-cause-tab = a line cannot be indented with a tab, only with blanks
yaml-cause-quote-open = a quote is opened and never closed
yaml-cause-quote-inside = text follows the closing quote: quotes inside a value must differ from the quotes around it
yaml-cause-escape = inside double quotes a “\” is written twice
yaml-cause-control = the value has a control character, written with “\”, which no page can hold
yaml-cause-blank = behind the colon stands a no-break space, often copied from Word; delete it and type a blank
yaml-cause-bracket = a “[” or “{ "{" }” is not closed, or a value that begins with a bracket needs quotes
yaml-cause-special = a value that begins with a sign that YAML keeps for itself (such as * & ! @ % ` | [) needs quotes
yaml-cause-key = a key is a text before a colon; a value that begins with a bracket needs quotes
yaml-cause-documents = a file has one part only, without a line “---” inside
yaml-cause-front-matter = the front matter begins with “---” and no further line “---” ends it
yaml-cause-front-matter-late = the line “---” must be the first of the file, with no empty line above
yaml-cause-front-matter-fence = the fields of a directive must stand between two lines “---”
yaml-cause-unindented = every line of a text behind “|” must be indented by two blanks or more
yaml-cause-dash = the blank behind “-” is missing
yaml-cause-note-key = an id stands here without “[^” and “]”, such as “ho-so: text”
yaml-cause-limit = it is nested too deeply or repeats too much
