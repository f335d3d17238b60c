### Mọi câu chữ của congbo bằng tiếng Việt.
###
### Rules for this file. Every name stands in every language's file, with the same variables.
### A message is lower case, has no full stop and quotes the author's text in “ ”; a hint says
### what to do. Explanations are prose. Words used throughout, one for each thing:
### footnote: chú thích · its text: nội dung · to refer to: dẫn đến · id: mã · section: mục ·
### heading: đề mục · directive: nhiệm vụ · link: liên kết · field: trường · file: tệp ·
### folder: thư mục · site: trang thông tin · template: mẫu trang · option: tùy chọn.
### A line of a text cannot begin with a bracket, a star or a dot: {"["} writes such a sign.


## 1. The frame of diagnostics (emit)

level-error = lỗi
level-warning = cảnh báo
level-hint = gợi ý
count-errors = { $count } lỗi
count-warnings = { $count } cảnh báo
group-site = Chung cho cả trang
repeated = … và { $count } chỗ nữa như vậy trên các trang khác, trong đó có { $places }
count-none = không có lỗi hay cảnh báo nào
explain-how = giải thích chi tiết: congbo explain { $code }

# What git has to say of --since.
since-git-missing = “--since” cần có git nhưng máy này chưa cài git
since-git-missing-hint = cài git, hoặc kiểm tra mà không dùng “--since”
since-git-failed = git không cho biết được những gì đã thay đổi: { $detail }
since-no-repository = “{ $path }” không nằm trong kho git nào nên không biết những gì đã thay đổi
since-no-repository-hint = kiểm tra mà không dùng “--since”, hoặc lấy trang thông tin về bằng “git clone”
since-not-trusted = git không đọc kho của “{ $path }” vì kho thuộc về người dùng khác
since-not-trusted-hint = nếu tin cậy kho này, hãy chạy: git config --global --add safe.directory { $path }
since-revision-unknown = git không biết phiên bản “{ $revision }”
since-revision-unknown-hint = ghi tên một nhánh, một thẻ hoặc mã một lần ghi (commit), ví dụ “origin/main” hoặc “HEAD^”; nếu là nhánh trên máy chủ, trước hết chạy: git fetch
since-revision-unknown-hint-shallow = ở đây chỉ có những lần ghi (commit) gần nhất; hãy lấy thêm (git fetch --unshallow; trên GitHub Actions ghi “fetch-depth: 0”, trên GitLab ghi “GIT_DEPTH: 0”)

# Warnings that --since leaves out.
external = { $count ->
    [0] không có liên kết đến máy chủ khác
   *[other] { $count } địa chỉ trên máy chủ khác
}
since-unchanged = không hiện { $count } cảnh báo ở các tệp không thay đổi so với “{ $revision }”

# Names the folder that the paths in a SARIF file begin at.
sarif-top = Thư mục gốc của kho git; nếu không có kho thì là thư mục của trang thông tin.


## 2. Diagnostics: errors

did-you-mean = có lẽ là “{ $name }”; nếu đúng, hãy sửa lại như vậy

footnote-undefined = không tìm thấy nội dung của chú thích “[^{ $id }]” trong báo cáo
footnote-undefined-hint-nearest = có lẽ là “[^{ $name }]”; nếu đúng, hãy sửa lại như vậy
footnote-undefined-hint-blank = bỏ khoảng trắng trong ngoặc vuông: viết “[^{ $name }]”
footnote-undefined-hint-no-colon = dòng ghi nội dung thiếu dấu hai chấm: viết “[^{ $id }]: nội dung chú thích”
footnote-undefined-hint-blank-before-colon = bỏ khoảng trắng trước dấu hai chấm: viết “[^{ $id }]: nội dung chú thích”
footnote-undefined-hint-in-code = dòng ghi nội dung nằm trong khối mã hoặc lùi vào từ bốn khoảng trắng nên không được tính; hãy đưa dòng đó ra đầu dòng, ngoài khối mã
footnote-undefined-hint-line-break = dấu chú thích bị ngắt thành hai dòng; hãy viết liền trên một dòng
footnote-undefined-hint-empty = ghi mã của chú thích sau dấu mũ, ví dụ “[^1]”
footnote-undefined-hint-unclosed = đóng ngoặc cho chỗ dẫn: ghi “[^{ $name }]”
footnote-undefined-hint-html = chỗ dẫn nằm trong thẻ hoặc khối HTML thì không được đọc; đưa ra ngoài, hoặc viết đoạn đó bằng Markdown
footnote-undefined-hint-link = dấu chú thích đứng liền trước “(” hoặc “[” nên bị đọc thành liên kết; hãy đặt một khoảng trắng ở giữa
footnote-undefined-hint-link-label = “[{ $id }]: …” là địa chỉ của liên kết, không phải chú thích; nếu là chú thích, hãy viết “[^{ $id }]: nội dung chú thích”
footnote-undefined-hint-none = ghi nội dung bằng dòng “[^{ $id }]: nội dung chú thích” trong một tệp của báo cáo, hoặc ghi trong footnotes.yaml
footnote-undefined-on-page = chỗ dẫn “{ $target }” không dẫn đến chú thích nào trên cùng trang
footnote-undefined-hint-on-page = tìm nội dung chú thích trong nguồn của trang; thường do mã của chú thích viết khác đi
footnote-undefined-elsewhere = chỗ dẫn “{ $target }” dẫn đến chú thích của một trang khác
footnote-undefined-hint-elsewhere = đặt một chú thích riêng trên trang này, hoặc viết thành liên kết thường
malformed-definition-here = dòng này chưa đúng mẫu “[^mã]: nội dung”
defined-in-code-here = nội dung nằm trong khối mã ở đây

footnote-unused = không có chỗ nào dẫn đến chú thích “[^{ $id }]” nên nội dung này sẽ không hiện trên trang nào
footnote-unused-hint = đặt “[^{ $id }]” vào chỗ cần chú thích, hoặc xóa nội dung này nếu không dùng nữa
footnote-unused-on-page = trên trang không có chỗ nào dẫn đến chú thích “#{ $id }”
footnote-unused-hint-on-page = đặt một chỗ dẫn đến “#{ $id }” vào nơi cần chú thích, hoặc xóa nội dung chú thích

footnote-duplicate = chú thích “[^{ $id }]” được ghi nội dung lần thứ hai
footnote-duplicate-hint = giữ một nội dung và xóa nội dung kia, hoặc đổi mã của một trong hai chú thích
first-defined-here = nội dung đã được ghi lần đầu ở đây

footnote-empty = chú thích “[^{ $id }]” không có nội dung
footnote-empty-hint = viết nội dung sau dấu hai chấm, hoặc xóa chú thích này cùng các chỗ dẫn đến nó

footnote-cycle = { $count ->
    [1] chú thích { $ids } chỉ dẫn đến chính nó, không có chỗ nào khác dẫn đến
   *[other] các chú thích { $ids } chỉ dẫn đến nhau, không có chỗ nào khác dẫn đến
}
footnote-cycle-hint = dẫn đến một trong các chú thích này từ văn bản, hoặc xóa chúng nếu không dùng nữa
also-in-the-cycle = chú thích này cũng nằm trong vòng dẫn đó

footnote-backlink-broken = liên kết quay lại “{ $target }” không về đúng chỗ dẫn của chú thích
footnote-backlink-broken-hint = cho liên kết dẫn về mã của chỗ dẫn mà người đọc đã bấm

reference-unresolved-anchor = trang mà liên kết “{ $target }” dẫn đến không có chỗ như vậy
reference-unresolved-hint-spelling = chỗ đó có mã “{ $name }”; chữ hoa, chữ thường và cách ghép dấu đều được tính
reference-unresolved = liên kết “#{ $id }” không dẫn đến mục, nhiệm vụ, đoạn hay chú thích nào
reference-unresolved-hint-nearest = có lẽ là “#{ $name }”; nếu đúng, hãy sửa lại như vậy
reference-unresolved-stated = trong báo cáo không có mục, nhiệm vụ, đoạn, bảng hay chú thích nào mang mã “{ $id }”
reference-unresolved-label = nhãn liên kết “[{ $label }]” chưa có địa chỉ
reference-unresolved-label-hint = thêm dòng “[{ $label }]: địa chỉ” vào báo cáo, hoặc viết thẳng “[chữ hiển thị](địa chỉ)”

anchor-duplicate = mã “{ $id }” đã được dùng cho chỗ khác
anchor-duplicate-hint = đổi một trong hai mã; mã của đề mục ghi ở cuối dòng đề mục, ví dụ {"“{#ma-khac}”"}
anchor-duplicate-hint-page = đổi một trong hai mã: liên kết đến “#{ $id }” chỉ tới được chỗ đầu
anchor-duplicate-address = hai nguồn cùng được công bố tại địa chỉ “{ $address }”
anchor-duplicate-address-hint = đổi tên một trong hai tệp hoặc thư mục, hoặc đổi mã của đề mục trùng địa chỉ
anchor-duplicate-made = địa chỉ “{ $address }” dành cho trang hoặc tệp do congbo tạo ra
anchor-duplicate-made-hint = đổi tên tệp này hoặc chuyển tệp sang thư mục khác
anchor-duplicate-folder = “{ $address }” vừa là một tệp được công bố, vừa là thư mục của những trang khác
anchor-duplicate-digest = “static/{ $taken }” có tên mà congbo tự đặt cho “{ $plain }” khi công bố, nhưng nội dung khác
anchor-duplicate-digest-hint = ghi những gì muốn sửa vào “static/{ $plain }” rồi xóa tệp này: tên có dãy số là do congbo tính từ nội dung
anchor-duplicate-root = báo cáo nằm ngay trong content/, trùng địa chỉ với trang chung của cả site
anchor-duplicate-root-hint = chuyển report.yaml và các tệp của báo cáo vào một thư mục riêng, ví dụ content/bao-cao/2024/tong-ket/
anchor-duplicate-directives = các nhiệm vụ trong “{ $folder }” được đặt vào văn bản lần thứ hai
first-used-here = đã dùng lần đầu ở đây
first-placed-here = đã đặt vào văn bản ở đây

number-mismatch = số ghi ở đây là “{ $asserted }” nhưng theo thứ tự trong văn bản phải là “{ $computed }”
number-mismatch-hint = kiểm tra xem có phần nào thiếu hoặc sai thứ tự không; nếu thứ tự đã đúng, sửa số ghi thành “{ $computed }”
number-mismatch-run = số ghi ở đây là “{ $asserted }” nhưng theo thứ tự trong văn bản phải là “{ $computed }”; { $more } số sau đó cũng lệch như vậy
number-mismatch-run-hint = có lẽ ngay phía trên thiếu hoặc thừa một phần; nếu thứ tự đã đúng, sửa lại các số ghi từ chỗ này trở đi
number-mismatch-reference = chỗ dẫn mang số khác với số của chú thích: { $numbers }
number-mismatch-hint-reference = kiểm tra xem danh sách chú thích có mục nào thiếu hoặc sai thứ tự không
number-mismatch-none = số ghi ở đây là “{ $asserted }” nhưng chỗ này không được đánh số
number-mismatch-hint-none = bỏ số đã ghi; nếu cần đánh số, hãy bỏ “.unnumbered” hoặc sửa “numbering” trong report.yaml

indicator-unsupported = số liệu “{ $value }” không có trong { $place }
indicator-unsupported-place = đoạn văn được dẫn ở đây
indicator-unsupported-hint = ghi số liệu đúng như trong văn bản, hoặc sửa “stated_in” thành mã của nơi nêu số liệu này
indicator-unsupported-hint-elsewhere = số liệu này có ở “{ $id }”; nếu đúng là chỗ đó, hãy ghi “stated_in: { $id }”
indicator-unsupported-hint-nearest = số gần nhất ở đó là “{ $number }”; ghi số liệu đúng như trong văn bản, hoặc sửa “stated_in” thành mã của nơi nêu số liệu này

directive-unplaced = { $count } nhiệm vụ trong “{ $folder }” chưa được đặt vào chỗ nào của văn bản
directive-unplaced-hint = thêm một đoạn chỉ gồm “[]({ $folder })” vào chỗ các nhiệm vụ phải đứng
directive-unplaced-hint-linked = để “[]({ $folder })” thành một đoạn riêng, không kèm chữ hay dấu nào khác
directives-linked-here = liên kết này đứng chung với chữ hoặc dấu khác nên không phải là chỗ đặt nhiệm vụ

directive-missing = đoạn này gọi các nhiệm vụ trong “{ $folder }” nhưng ở đó không có nhiệm vụ nào
directive-missing-hint = thêm tệp nhiệm vụ, ví dụ “01-ten-nhiem-vu.md”, vào “{ $folder }”, hoặc xóa đoạn này

link-broken = liên kết “{ $target }” dẫn đến một trang không có
link-broken-hint-nearest = có lẽ là “{ $name }”; nếu đúng, hãy sửa lại như vậy
link-broken-hint-quotes = bỏ dấu ngoặc kép trong địa chỉ: viết “({ $name })”
link-broken-hint-spelling = tên đúng là “{ $name }”; chữ hoa, chữ thường và cách ghép dấu đều được tính
link-broken-hint-extension = chỉ một số máy chủ hiểu đó là “{ $name }”; hãy ghi như vậy, hoặc thêm --clean-urls nếu máy chủ của cơ quan hiểu được
link-broken-hint-folder = có thư mục này nhưng trong đó không có index.html; hãy dẫn đến một trang trong thư mục
link-broken-hint-base = có lẽ trang thông tin được công bố dưới “{ $name }”; hãy cho biết địa chỉ bằng --base-url
link-broken-hint-prefix = thư mục có tệp này, nhưng địa chỉ thiếu “{ $name }”, nơi trang thông tin được công bố; hãy thêm vào, hoặc ghi địa chỉ đầy đủ nếu muốn dẫn đến chỗ khác trên máy chủ ấy
link-broken-hint-disk = đây là đường dẫn trên máy của người soạn, người đọc không mở được; hãy chép tệp vào thư mục của trang thông tin rồi dẫn đến tệp ấy
link-broken-hint-host = nếu là trang của nơi khác, hãy ghi “https://” phía trước: “https://{ $name }”
link-broken-hint-outside = liên kết ra ngoài thư mục của trang thông tin; nếu trang được công bố dưới một đường dẫn, hãy cho biết địa chỉ bằng --base-url

asset-missing = không có tệp “{ $target }”
asset-missing-hint = kiểm tra tên tệp, kể cả chữ hoa và chữ thường, và chép tệp vào đúng thư mục
asset-missing-hint-composed = tên này có dấu viết rời khỏi chữ (Unicode tổ hợp), còn tệp được đăng với tên viết liền; xóa đi rồi gõ lại tên bằng bộ gõ Unicode dựng sẵn
asset-missing-hint-nearest = có tệp “{ $name }”; chữ hoa, chữ thường và dấu “/” đều được tính

chart-data-invalid = ô “{ $cell }” ở cột “{ $column }” không phải là một con số
chart-data-invalid-hint = trong một tệp, mọi số viết theo một kiểu: 1.234,5 hoặc 1,234.5; đơn vị ghi ở “unit”, cột chữ không kể trong “series”
chart-data-invalid-hint-percent = ghi { $number }, còn dấu “%” ghi ở “unit” của biểu đồ
chart-data-invalid-hint-formula = công thức trong bảng tính bị lỗi: sửa công thức rồi lưu lại tệp
chart-data-invalid-hint-digits = số có nhiều nhất { $most } chữ số: đổi sang đơn vị lớn hơn, như triệu đồng, và ghi ở “unit”
chart-data-invalid-mixed = số “{ $cell }” viết theo kiểu khác với “{ $example }” trong cùng tệp, không rõ dấu nào là dấu thập phân
chart-data-invalid-doubtful = không rõ “{ $cell }” là số hàng nghìn hay số có ba chữ số thập phân, các số khác trong tệp cũng không cho biết
chart-data-invalid-doubtful-hint = nếu là số hàng nghìn thì viết { $whole }; nếu là số thập phân thì viết thêm một chữ số: { $part }
chart-data-invalid-gap = cột “{ $column }” thiếu một số; biểu đồ loại này cộng các số lại nên không được thiếu số nào
chart-data-invalid-gap-hint = không phát sinh thì ghi 0; chưa có số liệu thì bỏ hàng này
chart-data-invalid-none = cột “{ $column }” không có số nào
chart-data-invalid-none-hint = bỏ cột này, hoặc chỉ ghi các cột cần vẽ ở “series”
chart-data-invalid-unnamed = cột thứ { $column } không có tên ở dòng đầu
chart-data-invalid-unnamed-hint = ghi tên cho cột ở dòng đầu, hoặc xóa số liệu của cột
chart-data-invalid-twice = có cột khác cũng tên là “{ $column }”
chart-data-invalid-twice-hint = đặt cho một trong hai cột tên khác
chart-data-invalid-columns = ngoài cột nhãn, tệp có { $columns } cột, còn biểu đồ loại này vẽ nhiều nhất { $most } cột
chart-data-invalid-columns-hint = ghi tên các cột cần vẽ ở “series”
chart-data-invalid-one-column = tệp chỉ có cột nhãn, không có cột số nào
chart-data-invalid-one-column-hint = các ô cách nhau bằng dấu chấm phẩy, phím Tab hoặc dấu phẩy
chart-data-invalid-row = hàng này có { $cells } ô, còn dòng tên cột có { $columns } ô
chart-data-invalid-row-hint = hàng nào cũng phải có đủ số ô như dòng tên cột; ô chưa có số liệu thì để trống
chart-data-invalid-row-hint-comma = số có dấu phẩy thập phân thì ngăn các ô bằng dấu chấm phẩy: 2024;1,5
chart-data-invalid-rows = biểu đồ loại này có nhiều nhất { $most } hàng số liệu
chart-data-invalid-empty = tệp số liệu không có hàng nào dưới dòng tên cột
chart-data-invalid-empty-hint = ghi dòng tên cột, bên dưới là ít nhất một hàng số liệu
chart-data-invalid-negative = số âm “{ $cell }” không thể là một phần của tổng
chart-data-invalid-negative-hint = số âm vẽ bằng biểu đồ cột (type: bar) hoặc đường (type: line)
chart-data-invalid-total = tổng của cột bằng 0 nên không tính được tỷ lệ
chart-data-invalid-quote = dấu nháy mở đầu ô “{ $cell }” không có dấu đóng
chart-data-invalid-quote-hint = thêm dấu nháy ở cuối ô, hoặc xóa dấu nháy ở đầu ô
chart-data-invalid-nameless = hàng này không có nhãn nên không rõ số liệu là của gì
chart-data-invalid-nameless-hint = ghi nhãn vào ô của cột nhãn, hoặc xóa hàng này
chart-data-invalid-note = hàng cuối “{ $cell }” không có số nào, sẽ bị vẽ thành một hàng của biểu đồ
chart-data-invalid-note-hint = ghi nguồn ở “source” của biểu đồ, ghi chú thì viết trong lời văn, rồi xóa hàng này khỏi tệp
chart-stands-here = biểu đồ dùng tệp này đứng ở đây

field-unknown = không có trường nào tên là “{ $field }”
field-unknown-hint = dùng một trong các trường: { $known }
heading-dot-hint = viết “{ $name }” (có dấu chấm ở trước)

field-invalid = giá trị của trường “{ $field }” không hợp lệ, phải là { $expected }
field-invalid-file = nội dung của tệp “{ $field }” không hợp lệ, phải là { $expected }
field-invalid-front = phần khai báo giữa hai dòng “{ $field }” ở đầu tệp không hợp lệ, phải là { $expected }
field-invalid-written-hint = viết: { $value }
field-invalid-lines-hint = viết xuống dòng, thụt vào hai dấu cách: { $lines }
field-invalid-both-hint = ghi { $number } ở “number”, { $symbol } ở “symbol”
field-invalid-period-hint = hạn là một tháng hay một quý thì ghi ngày cuối của kỳ ấy, ví dụ 2026-11-30
field-invalid-language-hint = muốn dùng ngôn ngữ này, dịch các lời “site-” của congbo vào tệp templates/{ $language }.ftl
field-invalid-id = không dùng được mã “{ $id }”: { $reason }
field-invalid-id-hint = viết liền, ví dụ “{"{"}#{ $id }{"}"}”
field-invalid-repeated = trường “{ $field }” được ghi hai lần
field-invalid-attributes = đề mục nhỏ trong nhiệm vụ, chú thích, danh sách hoặc khối trích dẫn không có mã và số riêng
field-invalid-attributes-hint = bỏ phần trong ngoặc nhọn; đề mục của báo cáo phải đứng riêng, ngoài các khối ấy
field-invalid-paragraph-id = mã “{ $id }” không đặt được ở đây: chỉ đề mục và tên bảng mới có mã riêng
field-invalid-paragraph-id-hint = tên bảng phải đứng ngay trước bảng; muốn dẫn đến một đoạn thì dùng mã đề mục kèm số thứ tự của đoạn, ví dụ “#ket-qua-p2”
field-invalid-footnote = trường “{ $field }” chỉ nhận chữ, không đặt được chỗ dẫn chú thích
field-invalid-footnote-hint = chuyển chỗ dẫn chú thích vào nội dung báo cáo
field-invalid-front-matter = tệp nội dung của báo cáo không có phần khai báo ở đầu tệp
field-invalid-front-matter-hint = chuyển các mục khai báo vào report.yaml rồi xóa phần giữa hai dòng “---”
field-invalid-appendix = mục này đứng sau phụ lục, nên sẽ nằm sau chữ ký
field-invalid-appendix-hint = chuyển mục lên trước phụ lục; nếu cũng là phụ lục, thêm “{"{"}.appendix{"}"}”
field-invalid-column-hint = các cột của tệp: { $columns }
field-invalid-document = văn bản “{ $symbol }” đã có trong sổ văn bản, không có gì để phân biệt hai mục
field-invalid-document-hint = gộp hai mục làm một; nếu là hai văn bản khác nhau thì ghi đủ ngày ban hành (date), cùng ngày thì ghi cơ quan ban hành (issuer)
id-reason-reserved = mã bắt đầu bằng “fn-”, “fnref-”, “vbref-” hoặc “_” dành riêng cho congbo
id-reason-characters = mã chỉ gồm chữ cái, chữ số, “-”, “_” và dấu “.” ở giữa, dài không quá 200 byte
id-reason-blank = mã không được có khoảng trắng
id-reason-page = congbo tự tạo một trang ở địa chỉ này

field-missing = thiếu trường bắt buộc “{ $field }”

yaml-invalid = không đọc được tệp theo quy tắc YAML: { $cause }
yaml-invalid-hint = kiểm tra khoảng lùi đầu dòng, dấu hai chấm và dấu nháy; giá trị có dấu hai chấm ở giữa phải đặt trong dấu nháy kép
yaml-invalid-chart-open = khối biểu đồ mở ở dòng này chưa có dòng ``` đóng lại
yaml-invalid-chart-open-hint = thêm một dòng chỉ gồm ``` ngay dưới dòng cuối của biểu đồ

file-misnamed = tên tệp “{ $actual }” phải sửa thành “{ $wanted }”
file-misnamed-hint = đổi tên tệp thành “{ $wanted }”; máy tính có thể đang giấu phần đuôi của tên tệp
file-misnamed-folder = tên thư mục “{ $actual }” phải sửa thành “{ $wanted }”
file-misnamed-folder-hint = đổi tên thư mục thành “{ $wanted }”, viết thường và có “s” ở cuối
file-misnamed-root-hint = đổi tên thư mục thành “{ $wanted }”, viết thường
file-misnamed-report = thư mục “{ $folder }” có nhiệm vụ hoặc chú thích nhưng không có report.yaml, nên không phải là báo cáo
file-misnamed-report-hint = thêm tệp “{ $folder }/report.yaml”, ít nhất có dòng “title: …”

encoding-invalid = tệp không phải là văn bản UTF-8
encoding-invalid-hint = mở tệp và lưu lại theo bảng mã UTF-8; chữ gõ theo TCVN3 hoặc VNI phải chuyển sang Unicode trước
encoding-invalid-hint-utf16 = tệp đang ở dạng UTF-16 (trong hộp thoại lưu tệp thường ghi là “Unicode”); hãy lưu lại theo UTF-8
encoding-invalid-office = tệp là tài liệu Word hoặc Excel, không phải tệp văn bản, dù mang tên khác
encoding-invalid-office-hint = với Excel, chọn Lưu thành (Save As) → CSV UTF-8; với Word, chép lời văn sang một tệp văn bản thường có đuôi .md

table-cell-lost = hàng này có { $cells } ô, trong khi bảng chỉ có { $columns } cột: các ô thừa sẽ không được đăng
table-cell-lost-hint = bỏ bớt dấu “|”, thêm cột vào hàng đầu bảng, hoặc viết “\|” nếu muốn in ra dấu ấy

ignore-invalid = lời chú cho congbo không đúng mẫu
ignore-invalid-reason = lời chú bỏ qua này không nêu lý do
ignore-invalid-hint = viết theo mẫu “congbo: ignore MÃ: lý do”, ví dụ “congbo: ignore citation-suspect: bản ký in như vậy”
ignore-invalid-text = lời chú này nằm trong một đoạn chữ của tệp YAML nên không có tác dụng và sẽ được đăng
ignore-invalid-text-hint = chuyển lời chú lên dòng riêng ngay trên khóa của đoạn chữ đó
ignore-invalid-dashes = lời chú này được in ra như chữ vì dấu gạch đã bị đổi thành “–”
ignore-invalid-dashes-hint = gõ lại bằng dấu gạch nối thường, mở bằng “<!--” và đóng bằng “-->”
ignore-invalid-code = không có mã “{ $code }”
ignore-invalid-code-hint = danh sách các mã: congbo explain
ignore-invalid-code-hint-nearest = có lẽ là “{ $name }”
ignore-invalid-fixed = không thể hạ mức hoặc bỏ qua “{ $code }”: trang có lỗi này thì hỏng
ignore-invalid-fixed-hint = sửa lỗi; chỉ hạ mức hoặc bỏ qua được các cảnh báo và một số lỗi không làm hỏng trang

path-unsafe = đường dẫn “{ $path }” dẫn ra ngoài thư mục của trang thông tin
path-unsafe-symlink = liên kết tượng trưng “{ $path }” dẫn ra ngoài thư mục của trang thông tin hoặc dẫn vòng về chính nó
path-unsafe-special = “{ $path }” không phải là tệp hay thư mục thông thường (tệp đặc biệt của hệ thống) nên không đọc được
path-unsafe-special-hint = xóa hoặc chuyển đi nơi khác; nếu cần nội dung ấy, hãy lưu thành tệp
path-unsafe-scheme = không được dùng liên kết “{ $target }” vì loại địa chỉ này không an toàn
path-unsafe-scheme-hint = dùng địa chỉ bắt đầu bằng “https://” hoặc “mailto:”, hoặc đường dẫn đến một tệp của báo cáo
path-unsafe-data = ảnh được ghi thẳng vào văn bản (“data:…”) thì không đăng được
path-unsafe-data-hint = lưu ảnh thành tệp, ví dụ images/bieu-do.png trong thư mục của báo cáo, rồi ghi đường dẫn đến tệp đó
path-unsafe-local = “{ $target }” là đường dẫn trên máy tính của người soạn, người đọc không mở được
path-unsafe-local-hint = chép tệp vào thư mục của báo cáo, ví dụ vào data/, rồi ghi đường dẫn từ đó: “data/tên-tệp”
path-unsafe-remote-image = ảnh “{ $target }” nằm trên máy chủ khác
path-unsafe-remote-image-hint = tải ảnh về, đặt vào thư mục của báo cáo rồi ghi đường dẫn đến tệp đó

path-unsafe-remote-style = tệp CSS cần tải “{ $target }” từ máy chủ khác
path-unsafe-data-style = tệp CSS ghi thẳng dữ liệu vào địa chỉ (“data:…”); chính sách an toàn của các trang không cho trình duyệt dùng
path-unsafe-style-hint = đặt tệp ấy vào static/ rồi ghi đường dẫn tính từ tệp CSS ấy
path-unsafe-remote-style-hint = tải tệp ấy về, đặt vào static/ rồi ghi đường dẫn tính từ tệp CSS ấy

template-invalid = mẫu trang “{ $template }” có lỗi: { $cause }

template-invalid-text = mẫu trang “{ $template }” gọi lời “{ $subject }”, nhưng không có lời nào tên như vậy
template-invalid-file = mẫu trang “{ $template }” gọi tệp “{ $subject }”, nhưng trong static/ không có tệp này
template-invalid-place = mẫu trang “{ $template }” không gọi được tệp “{ $subject }” bằng asset, vì mẫu này không biết mình nằm ở trang nào
template-invalid-hint-end = có thẻ mở mà chưa có thẻ đóng, như endif, endfor hoặc endblock
template-invalid-hint-field = mẫu trang này không được cấp giá trị tên như vậy; README của congbo nêu các giá trị của từng mẫu

texts-invalid = dòng này trong tệp lời không đọc được
texts-invalid-hint = mỗi lời là một dòng “tên = chữ”; chữ xuống dòng thì thụt đầu dòng
texts-invalid-name = tên tệp “{ $name }” không phải là mã ngôn ngữ kèm đuôi .ftl, ví dụ lo.ftl
texts-invalid-unknown = trang không dùng lời nào tên là “{ $key }”
texts-invalid-hint-unknown = xem lại tên; tệp lời của trang chỉ gồm các lời có tên bắt đầu bằng “site-”
texts-invalid-repeated = lời “{ $key }” được ghi hai lần trong tệp này
texts-invalid-hint-repeated = xóa một trong hai: trang chỉ dùng được một
texts-invalid-value = lời “{ $key }” không có giá trị “${ $value }”
texts-invalid-hint-values = dùng được: { $values }
texts-invalid-hint-no-values = lời này không có giá trị nào để điền
texts-invalid-reference = lời này dẫn đến “{ $name }”, mà không có lời nào như vậy
texts-invalid-hint-reference = trong ngoặc nhọn chỉ ghi được lời “site-” của trang, lời riêng có dấu “-” ở đầu được ghi trong cùng tệp, hoặc giá trị “$”
texts-invalid-missing = tệp lời của ngôn ngữ “{ $language }” còn thiếu { $count } lời: { $keys }
texts-invalid-hint-missing = chép các dòng “site-” từ tệp src/locale/en.ftl của congbo rồi dịch phần sau dấu bằng

proof-failed = trang đã tạo không qua được lần kiểm tra cuối: { $finding }: “{ $subject }”
proof-failed-hint = đây là lỗi của congbo; hãy gửi nguyên văn thông báo này cho người quản trị
proof-failed-hint-templates = có lẽ do mẫu trang riêng: { $templates }; nếu bỏ mẫu riêng đi mà vẫn lỗi thì là lỗi của congbo, hãy gửi nguyên văn thông báo này cho người quản trị
proof-failed-hint-code = có lẽ do mẫu trang riêng: { $templates }; hãy để kiểu trình bày và mã lệnh của cơ quan thành tệp riêng trong static/ rồi dẫn đến tệp ấy từ mẫu trang
# Điều mà lần kiểm tra cuối phát hiện, đứng sau “…: ” và trước phần trong ngoặc kép.
proof-link-nowhere = liên kết không dẫn đến đâu trong trang thông tin
proof-file-missing = thiếu một tệp cần dùng
proof-anchor-missing = liên kết dẫn đến một chỗ mà trang đích không có
proof-id-twice = một mã xuất hiện hai lần trên trang
proof-path-twice = hai tệp có cùng địa chỉ
proof-foreign-request = trình duyệt sẽ phải tải từ máy chủ khác
proof-embedded-data = dữ liệu được ghi thẳng vào địa chỉ (“data:…”), trình duyệt sẽ không dùng
proof-inline-code = có mã lệnh hoặc kiểu trình bày nằm ngay trong trang
proof-note-without-reference = trên trang không có chỗ nào dẫn đến chú thích
proof-note-without-way-back = chú thích không có đường quay lại
proof-notes-without-way-back = không chú thích nào của trang có đường quay lại
proof-note-number = chú thích mang sai số
proof-note-lost = chú thích không nằm trên trang nào
proof-reference-without-note = chỗ dẫn không có chú thích trên cùng trang
proof-note-elsewhere = chỗ dẫn dẫn đến chú thích của trang khác
proof-reference-number = chỗ dẫn mang số khác với chú thích
proof-backlink-wrong = đường quay lại không đến chỗ dẫn của chú thích
proof-page-unlinked = không trang nào khác dẫn đến trang này
proof-page-unread = tệp không đọc được như một trang
proof-markup = mã HTML không đúng quy cách
proof-attribute-twice = một thuộc tính xuất hiện hai lần trong một thẻ
proof-end-without-start = có thẻ đóng mà không có thẻ mở
proof-start-without-end = có thẻ mở mà không có thẻ đóng


## 3. Diagnostics: warnings

footnote-order = chú thích “[^{ $id }]” đứng sau “[^{ $previous }]” và sẽ mang số { $number }
footnote-order-hint = kiểm tra lại thứ tự các chú thích; số in trên trang luôn theo thứ tự đọc, không theo mã
referred-to-earlier-here = chú thích có số lớn hơn được dẫn trước, ở đây

metadata-missing-number = chưa ghi số của báo cáo
metadata-missing-date = chưa ghi ngày của báo cáo
metadata-missing-hint = ghi trường “{ $field }” trong report.yaml khi văn bản được ký; còn thiếu thì không đặt được “status: final”

citation-suspect = ký hiệu “{ $symbol }” có thể sai: không cơ quan nào dùng ký hiệu này
citation-suspect-hint = đối chiếu với văn bản gốc và sửa lại số, ký hiệu
citation-suspect-year = năm trong ký hiệu “{ $symbol }” khác năm ký ghi ngay sau: { $year }
citation-suspect-year-hint = đối chiếu với văn bản gốc: năm trong ký hiệu phải là năm ký

heading-skipped = đề mục này ở cấp { $level } trong khi cấp tiếp theo phải là { $expected }
heading-skipped-hint = bắt đầu dòng đề mục bằng “{ $marks }”, hoặc thêm đề mục cấp trên còn thiếu

image-alt-missing = ảnh “{ $target }” chưa có lời mô tả
image-alt-missing-hint = ghi lời mô tả trong ngoặc vuông: “![lời mô tả]({ $target })”

markup-suspect-heading = dòng này có vẻ là đề mục nhưng thiếu khoảng trắng sau dấu “#”, nên được in như chữ thường
markup-suspect-heading-hint = thêm một khoảng trắng sau các dấu “#”
markup-suspect-bold = dòng chữ đậm này có vẻ là đề mục nhưng không được tính là đề mục: không vào mục lục, không có số và địa chỉ riêng
markup-suspect-bold-hint = thay dấu “**” bằng “#”, “##”… ở đầu dòng và bỏ số: chương trình tự đánh số
markup-suspect-table = các dòng này có vẻ là một bảng nhưng được in liền thành một đoạn
markup-suspect-table-hint = ngăn các ô bằng dấu “|” và thêm dòng “|---|---|” ngay dưới hàng đầu
markup-suspect-link = chỗ này có vẻ là liên kết nhưng được in nguyên văn, vì đường dẫn có khoảng trắng
markup-suspect-link-hint = đặt đường dẫn trong dấu nhọn: “[chữ](<tên tệp có khoảng trắng.pdf>)”
markup-suspect-link-form = chỗ này có vẻ là liên kết nhưng được in nguyên văn
markup-suspect-link-form-hint = viết liền theo mẫu “[chữ hiển thị](địa chỉ)”, không để khoảng trắng giữa hai dấu ngoặc
markup-suspect-note = chỗ này có vẻ là dấu chú thích nhưng được in nguyên văn
markup-suspect-note-hint = viết “[^mã]” ở chỗ dẫn và “[^mã]: nội dung” trên một dòng riêng, không có dấu “\”
markup-suspect-stars = dấu “**” ở đây không thành chữ đậm nên được in nguyên văn
markup-suspect-stars-hint = đặt hai dấu “**” sát vào chữ đậm ở cả hai đầu, phía ngoài để khoảng trắng; nếu muốn in dấu sao, viết “\*\*”
markup-suspect-braces = phần trong ngoặc nhọn này là thuộc tính của chương trình khác, ở đây được in nguyên văn
markup-suspect-braces-hint = xóa phần trong ngoặc nhọn
markup-suspect-indented = đoạn lùi đầu dòng này được hiểu là đoạn mã: in nguyên văn, chú thích và liên kết trong đó không có tác dụng
markup-suspect-indented-hint = xóa khoảng trắng hoặc dấu Tab ở đầu dòng; nếu đúng là mã, đặt giữa hai dòng “```”
markup-suspect-row = dòng này được hiểu là một hàng của bảng phía trên
markup-suspect-row-hint = để một dòng trống sau bảng; nếu đúng là một hàng, thêm dấu “|” giữa các ô
markup-suspect-definition = dòng này được hiểu là địa chỉ đặt sẵn cho liên kết, mà không liên kết nào dùng, nên không hiện trên trang
markup-suspect-definition-hint = nếu là chữ của báo cáo, viết “\[” thay cho “[” ở đầu dòng; nếu là chú thích, viết “[^mã]: …”
markup-suspect-heading-empty = đề mục này không có tên
markup-suspect-heading-empty-hint = ghi tên đề mục sau dấu “#”, hoặc xóa dòng này
markup-suspect-chart-number = tên biểu đồ đã có sẵn số, chương trình lại đánh số một lần nữa
markup-suspect-chart-number-hint = bỏ chữ và số ấy ở đầu trường “title”
markup-suspect-number = đề mục đã có sẵn số, chương trình lại đánh số một lần nữa
markup-suspect-number-hint = bỏ số ở đầu đề mục; muốn đối chiếu với bản ký thì ghi “{"{"}n=…{"}"}” ở cuối đề mục
markup-suspect-attributes = phần mã ở cuối đề mục chưa đúng mẫu nên được in ra như chữ
markup-suspect-attributes-hint = viết theo mẫu “{"{"}#ma-de-muc n=II{"}"}”, trong một cặp ngoặc nhọn ở cuối dòng
markup-suspect-underlined = đoạn này được hiểu là đề mục vì ngay dưới có dòng “---” hoặc “===”
markup-suspect-underlined-hint = để một dòng trống trước dòng ấy, hoặc xóa đi; nếu đúng là đề mục, viết “#” ở đầu dòng chữ
markup-suspect-items = các dòng có vẻ là mục của một danh sách bị nối thành một đoạn
markup-suspect-items-hint = mở đầu mỗi mục bằng “- ” (dấu gạch ngang và khoảng trắng), hoặc để một dòng trống giữa các mục
markup-suspect-dash = dòng này có vẻ là mục của một danh sách nhưng được in như chữ thường, vì thiếu khoảng trắng sau dấu gạch
markup-suspect-dash-hint = thêm một khoảng trắng sau dấu gạch đầu dòng: “- ”
markup-suspect-numbering = số của mục này không theo thứ tự: trang sẽ đánh số lại
markup-suspect-numbering-hint = sửa số cho liên tục; nếu số phải giữ nguyên, viết “1\.” để không thành danh sách
markup-suspect-emphasis = dấu “*” ở đây được hiểu là chữ nghiêng và không hiện trên trang
markup-suspect-emphasis-hint = viết “\*” nếu muốn in ra dấu sao, hoặc dùng dấu “×”
markup-suspect-comment = phần từ dấu “#” trở đi được hiểu là lời chú và bị bỏ
markup-suspect-comment-hint = đặt cả giá trị trong dấu nháy kép
markup-suspect-names = nhiều tên viết liền một dòng được hiểu là một tên
markup-suspect-names-hint = viết mỗi tên một dòng bắt đầu bằng “- ”, hoặc ngăn bằng dấu phẩy trong ngoặc vuông: [Sở A, Sở B]
markup-suspect-list = dòng này được hiểu là mục đầu của một danh sách, trong khi có vẻ là phần tiếp theo của dòng trên
markup-suspect-list-hint = nối vào dòng trên, hoặc nếu đúng là danh sách thì để một dòng trống phía trên

placeholder-left = còn chỗ trống chưa điền: “{ $blank }”
placeholder-left-hint = điền cho đủ trước khi ban hành
placeholder-left-ellipsis-hint = điền cho đủ trước khi ban hành; dấu ba chấm của phép liệt kê viết liền với chữ đứng trước
placeholder-left-field = tham chiếu chép từ Word đã hỏng, còn lại câu báo lỗi: “{ $words }”
placeholder-left-field-hint = thay bằng số mục, số bảng hoặc số trang cần dẫn; muốn có liên kết thì viết “[](#mã)”

text-repeated = một đoạn dài { $words } chữ được lặp lại nguyên văn
text-repeated-hint = xóa một trong hai đoạn, nếu do sao chép nhầm
text-repeated-first = lần đầu ở đây
text-repeated-word = chữ “{ $word }” viết hai lần liền nhau
text-repeated-word-hint = xóa một chữ

bracket-unbalanced = dấu “{ $sign }” được mở mà không được đóng
bracket-unbalanced-close = dấu “{ $sign }” đóng một ngoặc không hề được mở

quote-unbalanced = dấu ngoặc kép { $sign } được mở mà không được đóng
quote-unbalanced-close = dấu ngoặc kép { $sign } đóng một lời trích không hề được mở
quote-unbalanced-turned = dấu ngoặc kép { $sign } đứng như dấu mở trong khi dấu mở trước chưa được đóng
quote-unbalanced-turned-hint = nếu là dấu đóng thì đặt liền sau chữ đứng trước; nếu không, thêm dấu đóng còn thiếu
quote-unbalanced-turned-first = dấu mở ở đây

punctuation-doubled = thừa dấu câu: “{ $signs }”
punctuation-doubled-hint = giữ một dấu; dấu lửng là đúng ba dấu chấm

blank-missing = thiếu khoảng trắng sau dấu “{ $sign }”
blank-missing-hint = thêm một khoảng trắng sau dấu “{ $sign }”
blank-missing-moved-hint = chuyển khoảng trắng từ trước ra sau dấu “{ $sign }”
blank-missing-before = thiếu khoảng trắng trước “{ $sign }”
blank-missing-before-hint = thêm một khoảng trắng trước “{ $sign }”

combining-mark-left = chữ “{ $word }” có dấu thanh hoặc dấu mũ không nằm trên chữ cái của nó
combining-mark-left-hint = gõ lại chữ này; lỗi thường do chép từ tệp PDF

legacy-encoding = chữ “{ $word }” có vẻ thuộc bảng mã cũ (TCVN3, VNI) hoặc bị đọc sai bảng mã
legacy-encoding-hint = chuyển đoạn này sang Unicode, hoặc gõ lại
legacy-encoding-letter = chữ “{ $word }” có ký tự “{ $letter }” ({ $number }) của bảng chữ cái khác
legacy-encoding-letter-hint = gõ lại bằng chữ “{ $meant }” của bàn phím tiếng Việt; nhìn giống nhau nhưng tìm kiếm không thấy
legacy-encoding-sign = ký tự { $number } thuộc phông chữ riêng (Symbol, Wingdings): trên trang thường hiện thành ô trống
legacy-encoding-sign-hint = thường là dấu đầu dòng chép từ Word: thay bằng “- ” ở đầu mỗi mục; nếu không, gõ lại ký hiệu
legacy-encoding-invisible = chữ “{ $word }” có ký tự ẩn { $number }
legacy-encoding-invisible-hint = xóa rồi gõ lại chữ này; ký tự ẩn làm cho tìm kiếm không thấy

superscript-left = số mũ “{ $number }” có vẻ là dấu chú thích còn sót lại khi chép văn bản
superscript-left-brackets = “[{ $number }]” có vẻ là dấu chú thích của chương trình soạn thảo còn sót lại
superscript-left-hint = viết “[^{ $number }]” để dẫn đến chú thích

citation-incomplete = văn bản “{ $symbol }” được viện dẫn mà không có ngày ban hành
citation-incomplete-hint = ghi ngày ở lần viện dẫn đầu tiên, hoặc ghi “{ $symbol }” cùng ngày (date) vào documents.yaml

date-form = ngày “{ $date }” viết khác cách viết ngày trong báo cáo này
date-form-hint = viết thống nhất; Nghị định 30/2020/NĐ-CP thêm số 0 trước ngày dưới 10 và tháng 1, 2
date-form-other = chỗ khác viết như “{ $example }”
date-form-impossible = lịch không có “{ $date }”
date-form-impossible-hint = kiểm tra lại ngày, tháng, năm

abbreviation-undefined = chữ viết tắt “{ $word }” chưa được giải thích
abbreviation-undefined-hint = ghi tên đầy đủ ở lần dùng đầu tiên, kèm “({ $word })”, hoặc thêm vào abbreviations.yaml

tone-mixed = “{ $word }” đặt dấu thanh khác cách đặt trong báo cáo này ({ $count } chữ như “{ $example }”)
tone-mixed-hint = viết “{ $wanted }” cho thống nhất
tone-mixed-other = cách đặt dấu kia, ví dụ ở đây

footnote-backlink-missing = chú thích “#{ $id }” không có liên kết quay lại chỗ dẫn
footnote-backlink-missing-all = cả { $count } chú thích của trang đều không có liên kết quay lại chỗ dẫn
footnote-backlink-missing-hint = kết thúc chú thích bằng một liên kết về mã của chỗ dẫn; nhiều công cụ tạo trang có tùy chọn cho việc này

page-orphaned = không trang nào khác dẫn đến “{ $page }”
page-orphaned-hint = dẫn đến trang này từ nơi người đọc sẽ tìm, hoặc bỏ trang khỏi trang thông tin

page-unread = “{ $page }” không được kiểm tra, { $reason }
page-unread-reason-binary = tên là trang nhưng bên trong không phải văn bản
page-unread-reason-large = dung lượng lớn hơn 64 MiB

html-removed = đã bỏ “{ $what }” khỏi đoạn HTML vì không thuộc danh mục được dùng
html-removed-unbalanced = thẻ “{ $what }” không có thẻ tương ứng trong cùng đoạn
html-removed-unbalanced-hint = đặt thẻ mở và thẻ đóng trong cùng một đoạn; với khối HTML, không để dòng trống ở giữa
html-removed-hint = viết lại bằng Markdown, hoặc bỏ phần này nếu không cần

ignore-unused = lời chú bỏ qua “{ $code }” không có tác dụng: ở đây không có gì để bỏ qua
ignore-unused-hint = xóa lời chú này; lời chú chỉ có tác dụng ở đoạn hoặc mục ngay sau nó


## 4. One line a code, for the list of `congbo explain`; at most 56 columns

summary-footnote-undefined = dẫn đến chú thích chưa có nội dung
summary-footnote-unused = chú thích không được chỗ nào dẫn đến
summary-footnote-duplicate = một chú thích có hai nội dung
summary-footnote-empty = chú thích không có nội dung
summary-footnote-cycle = các chú thích chỉ dẫn đến nhau
summary-footnote-backlink-broken = liên kết quay lại không về đúng chỗ dẫn
summary-reference-unresolved = liên kết “#…” không dẫn đến đâu
summary-anchor-duplicate = hai chỗ trùng mã hoặc trùng địa chỉ
summary-number-mismatch = số ghi khác với số tính theo thứ tự
summary-indicator-unsupported = số liệu chính không có trong nơi được dẫn
summary-directive-unplaced = nhiệm vụ chưa được đặt vào văn bản
summary-directive-missing = gọi nhiệm vụ ở nơi không có nhiệm vụ nào
summary-link-broken = liên kết dẫn đến trang không có
summary-asset-missing = liên kết đến tệp hoặc ảnh không có
summary-chart-data-invalid = số liệu không vẽ được thành biểu đồ
summary-field-unknown = trường không có trong quy ước
summary-field-invalid = giá trị không dùng được cho trường
summary-field-missing = thiếu trường bắt buộc
summary-yaml-invalid = tệp YAML viết sai
summary-file-misnamed = tệp sai tên
summary-encoding-invalid = tệp không phải là văn bản UTF-8
summary-table-cell-lost = hàng của bảng có nhiều ô hơn số cột
summary-ignore-invalid = lời chú hoặc thiết lập bỏ qua không dùng được
summary-path-unsafe = đường dẫn hoặc liên kết không an toàn
summary-template-invalid = mẫu trang có lỗi
summary-texts-invalid = tệp lời của một ngôn ngữ có lỗi
summary-proof-failed = trang đã tạo không qua được lần kiểm tra cuối
summary-footnote-order = mã chú thích bằng số không theo thứ tự đọc
summary-metadata-missing = chưa ghi số hoặc ngày của báo cáo
summary-citation-suspect = ký hiệu văn bản có thể sai
summary-heading-skipped = đề mục nhảy cấp
summary-image-alt-missing = ảnh chưa có lời mô tả
summary-markup-suspect = chữ được hiểu khác ý người soạn
summary-placeholder-left = chỗ trống chưa điền
summary-text-repeated = đoạn dài lặp lại trong một đoạn hay chú thích
summary-bracket-unbalanced = ngoặc mở không đóng hoặc đóng không mở
summary-quote-unbalanced = dấu trích dẫn không đủ cặp
summary-punctuation-doubled = thừa dấu câu
summary-blank-missing = thiếu khoảng trắng sau dấu câu
summary-combining-mark-left = dấu thanh tách rời khỏi chữ cái
summary-legacy-encoding = chữ theo bảng mã cũ
summary-superscript-left = số mũ còn sót của chú thích
summary-citation-incomplete = văn bản viện dẫn thiếu ngày ban hành
summary-date-form = ngày không có thật hoặc viết không thống nhất
summary-abbreviation-undefined = chữ viết tắt chưa được giải thích
summary-tone-mixed = hai cách đặt dấu thanh trong một báo cáo
summary-footnote-backlink-missing = chú thích không có liên kết quay lại
summary-page-orphaned = trang mà không trang nào khác dẫn đến
summary-page-unread = trang không đọc được
summary-html-removed = đoạn HTML bị bỏ bớt vì không an toàn
summary-ignore-unused = lời chú bỏ qua không còn tác dụng


## 5. Explanations, for `congbo explain CODE`: what, why, an example, how to mend it

explain-footnote-undefined =
    Trong văn bản có dấu chú thích, ví dụ [^3], nhưng không tệp nào của báo cáo
    ghi nội dung của chú thích đó. Người đọc sẽ gặp một con số không dẫn đến đâu.
    Nội dung phải nằm trong chính báo cáo này, không lấy được của báo cáo khác.

    Ví dụ sai:
        UBND tỉnh đã ban hành kế hoạch[^3].

    Cách sửa: ghi nội dung thành một dòng riêng trong tệp .md bất kỳ của báo cáo
    {"    [^3]"}: Kế hoạch số 12/KH-UBND ngày 10/01/2024 của UBND tỉnh.
    hoặc ghi trong footnotes.yaml
        "3": Kế hoạch số 12/KH-UBND ngày 10/01/2024 của UBND tỉnh.

    Hay gặp: thiếu dấu hai chấm sau “[^3]”; có khoảng trắng trong ngoặc vuông;
    dòng ghi nội dung lùi vào từ bốn khoảng trắng nên bị coi là khối mã.

explain-footnote-unused =
    Báo cáo có ghi nội dung của một chú thích nhưng trong văn bản không có chỗ
    nào dẫn đến. Nội dung ấy sẽ không hiện trên trang nào, tức là bị mất khi
    công bố. Thường là do dấu chú thích bị xóa nhầm hoặc gõ sai mã.

    Ví dụ sai:
        Tỉnh đã phê duyệt quy hoạch.

    {"    [^quy-hoach]"}: Quyết định số 1363/QĐ-TTg ngày 08/11/2022.

    Cách sửa: đặt dấu chú thích vào chỗ cần, hoặc xóa nội dung không dùng nữa
        Tỉnh đã phê duyệt quy hoạch[^quy-hoach].

    Chỗ dẫn nằm trong khối mã hoặc viết dạng \[^quy-hoach] thì không được tính.

explain-footnote-duplicate =
    Một mã chú thích có hai nội dung trong cùng một báo cáo, có khi ở hai tệp
    khác nhau hoặc một ở tệp .md, một ở footnotes.yaml. congbo không tự chọn, vì
    chọn sai thì người đọc sẽ đọc một nội dung không phải của chỗ ấy.

    Ví dụ sai:
    {"    [^1]"}: Nghị quyết số 95/NQ-HĐND ngày 16/12/2022.
    {"    [^1]"}: Kế hoạch số 12/KH-UBND ngày 10/01/2024.

    Cách sửa: xóa nội dung thừa, hoặc đổi mã của một chú thích cùng các chỗ dẫn
    {"    [^1]"}: Nghị quyết số 95/NQ-HĐND ngày 16/12/2022.
    {"    [^2]"}: Kế hoạch số 12/KH-UBND ngày 10/01/2024.

    Hai mã chỉ khác nhau ở chữ hoa, chữ thường hoặc khoảng trắng là một mã.

explain-footnote-empty =
    Chú thích có mã nhưng sau dấu hai chấm không có gì. Người đọc mở chú thích
    ra sẽ chỉ thấy một dòng trống.

    Ví dụ sai:
    {"    [^4]"}:

    Cách sửa: viết nội dung ngay sau dấu hai chấm
    {"    [^4]"}: Công điện số 09/CĐ-BKHĐT ngày 10/10/2023.
    Đoạn thứ hai trở đi của cùng chú thích lùi vào bốn khoảng trắng. Nếu không
    cần nữa, xóa chú thích này và mọi chỗ dẫn đến nó.

explain-footnote-cycle =
    Một số chú thích chỉ dẫn đến nhau, còn văn bản thì không dẫn đến chú thích
    nào trong số đó. Người đọc không có đường nào đi tới, nên nội dung của chúng
    sẽ không hiện trên trang nào.

    Ví dụ sai:
    {"    [^a]"}: Xem thêm[^b].
    {"    [^b]"}: Xem thêm[^a].

    Cách sửa: đặt dấu chú thích vào văn bản, ở chỗ người đọc cần
        Số liệu của Cục Thống kê[^a].
    hoặc xóa các chú thích này nếu không dùng nữa.

explain-footnote-backlink-broken =
    congbo check --site gặp một chú thích có liên kết quay lại dẫn vào chỗ không
    có, sang trang khác, hoặc về chỗ dẫn của chú thích khác. Người đọc xem xong
    chú thích sẽ lạc mất chỗ đang đọc.

    Ví dụ sai, trong mã HTML của trang:
        <a id="fnref-1" href="#fn-1" role="doc-noteref">1</a>
        <li id="fn-1">Kế hoạch. <a href="#fnref-9" role="doc-backlink">↩</a></li>

    Cách sửa: cho liên kết dẫn về mã của chỗ dẫn
        <li id="fn-1">Kế hoạch. <a href="#fnref-1" role="doc-backlink">↩</a></li>

    Trang do công cụ tạo ra thì xem lại mẫu trang, hoặc báo cho người làm công cụ.

explain-reference-unresolved =
    Liên kết dạng [chữ](#mã) hoặc [](#mã) dẫn đến một mã mà báo cáo không có.
    Người đọc bấm vào sẽ không đến đúng chỗ, còn [](#mã) thì không có chữ để hiện.
    Dạng [chữ][nhãn] cũng bị báo khi nhãn chưa có địa chỉ.

    Ví dụ sai:
        ## Tồn tại, hạn chế {"{"}#han-che{"}"}
        Nguyên nhân nêu tại [](#ton-tai).

    Cách sửa: ghi đúng mã của mục, nhiệm vụ, đoạn hoặc chú thích
        Nguyên nhân nêu tại [](#han-che).

    Mã của chú thích có “fn-” ở trước: [](#fn-quy-hoach). Muốn dẫn sang báo cáo
    khác, ghi cả đường dẫn: [chữ](/bao-cao/2023/ten-bao-cao#han-che).

explain-anchor-duplicate =
    Hai chỗ trong báo cáo mang cùng một mã, hoặc hai tệp sẽ nằm ở cùng một địa
    chỉ. Một liên kết khi đó có hai đích và người đọc có thể đến nhầm chỗ. Lỗi
    này cũng được báo khi một danh sách nhiệm vụ được đặt vào văn bản hai lần.

    Ví dụ sai:
        ## Kết quả {"{"}#ket-qua{"}"}
        ## Kết quả năm 2024 {"{"}#ket-qua{"}"}

    Cách sửa: mỗi chỗ một mã
        ## Kết quả {"{"}#ket-qua{"}"}
        ## Kết quả năm 2024 {"{"}#ket-qua-2024{"}"}

    Không ghi mã cũng được: congbo lấy mã từ tên đề mục và tự thêm “-2” khi
    trùng. Mã bắt đầu bằng “fn-” và “fnref-” dành riêng cho chú thích; các mã
    toan-van, chu-thich, nhiem-vu và van-ban là địa chỉ của trang congbo tự tạo.

explain-number-mismatch =
    congbo tự đánh số mục và nhiệm vụ theo thứ tự trong văn bản. “n=” ở đề mục
    và “number:” ở nhiệm vụ ghi lại số trong văn bản đã ký để đối chiếu. Hai số
    khác nhau nghĩa là có phần bị thiếu, thừa hoặc sai thứ tự; công bố như vậy
    thì trang thông tin không khớp với văn bản đã ký.

    Ví dụ sai (mục II bị bỏ sót):
        ## Kết quả {"{"}n=I{"}"}
        ## Phương hướng {"{"}n=III{"}"}

    Cách sửa: bổ sung phần còn thiếu, hoặc sửa lại số nếu thứ tự đã đúng
        ## Phương hướng {"{"}n=II{"}"}

    Đề mục có {"{"}.unnumbered{"}"} và cấp có kiểu “none” thì không được đánh số.

explain-indicator-unsupported =
    Số liệu chính (“indicators” trong report.yaml) đứng ở trang đầu của báo cáo
    và dẫn đến nơi nêu số liệu đó. Nơi được dẫn mà không có đúng số liệu ấy thì
    trang đầu nói khác với văn bản. So sánh nguyên số: “8,05” không có trong
    “18,05”, “8,051” hay “-8,05”, “288” không có trong “1 288”, “12” không có
    trong “12/15” (hãy ghi cả “12/15”). Chữ viết liền sau số là đơn vị: “350” có
    trong “350km”. Các loại dấu cách là như nhau; dấu gạch nối, dấu gạch ngang
    và dấu trừ cũng vậy.

    Ví dụ sai (đoạn p1 viết “GRDP tăng 8,05%”):
        indicators:
          - label: Tăng trưởng GRDP
            value: "8,5"
            unit: "%"
            stated_in: p1

    Cách sửa: ghi số liệu như trong văn bản, hoặc sửa mã ở “stated_in”
            value: "8,05"

explain-directive-unplaced =
    Báo cáo có tệp nhiệm vụ trong thư mục directives nhưng không có đoạn nào nói
    các nhiệm vụ ấy đứng ở đâu trong văn bản. Người đọc báo cáo sẽ không thấy
    chúng, và chú thích trong đó không có thứ tự để đánh số.

    Ví dụ: có tệp directives/01-so-hoa.md nhưng văn bản chỉ viết
        Ủy ban nhân dân tỉnh giao các nhiệm vụ sau:

    Cách sửa: thêm một đoạn chỉ gồm liên kết đến thư mục nhiệm vụ
        Ủy ban nhân dân tỉnh giao các nhiệm vụ sau:

    {"    []"}(directives/)

explain-directive-missing =
    Trong văn bản có đoạn đặt danh sách nhiệm vụ nhưng thư mục được gọi không có
    tệp nhiệm vụ nào. Người đọc sẽ thấy một chỗ trống sau câu dẫn.

    Ví dụ sai:
    {"    []"}(directives/2024/)
    trong khi các nhiệm vụ nằm ở directives/01-so-hoa.md.

    Cách sửa: ghi đúng tên thư mục
    {"    []"}(directives/)
    hoặc thêm tệp nhiệm vụ vào thư mục được gọi, hoặc xóa đoạn này.

explain-link-broken =
    Liên kết dẫn đến một trang mà trang thông tin không có. Người đọc bấm vào sẽ
    gặp thông báo không tìm thấy.

    Ví dụ sai:
        Xem [báo cáo năm 2022](/bao-cao/2022/kiem-diem).
    trong khi thư mục tên là content/bao-cao/2022/kiem-diem-chi-dao.

    Cách sửa: ghi đúng tên thư mục hoặc tên tệp
        Xem [báo cáo năm 2022](/bao-cao/2022/kiem-diem-chi-dao).

    Đường dẫn bắt đầu bằng “/” tính từ thư mục content; đường dẫn khác tính từ
    thư mục của tệp đang viết. Với check --site, “/” tính từ thư mục được kiểm
    tra, và liên kết phải sửa trong nguồn hoặc mẫu đã tạo ra trang ấy.

explain-asset-missing =
    Văn bản dẫn đến một tệp (ảnh, bảng tính, văn bản kèm theo) không có ở chỗ đã
    ghi. Người đọc sẽ thấy ảnh vỡ hoặc không tải được tệp. Tệp CSS trong static/
    cũng được kiểm tra như vậy.

    Ví dụ sai:
        ![Bản đồ quy hoạch](images/BanDo.png)
    trong khi tệp tên là images/ban-do.png.

    Cách sửa: ghi đúng tên tệp
        ![Bản đồ quy hoạch](images/ban-do.png)

    Máy chủ phân biệt chữ hoa và chữ thường trong tên tệp, dù máy tính của người
    soạn có thể không phân biệt. Tên không dấu, không khoảng trắng là chắc nhất.
    Với check --site, hãy sửa trong nguồn hoặc mẫu đã tạo ra trang ấy.

explain-chart-data-invalid =
    Biểu đồ vẽ từ một tệp CSV: dòng đầu là tên cột, mỗi dòng sau là một hàng đủ
    số ô. Các ô cách nhau bằng dấu phẩy, dấu chấm phẩy hoặc phím Tab, theo dòng
    đầu. Số viết kiểu Việt Nam (1.234,5) hay kiểu quốc tế (1,234.5) đều được,
    nhưng cả tệp phải cùng một kiểu; tệp đọc được theo cả hai kiểu thì hiểu theo
    kiểu của ngôn ngữ bài viết. Ô trống, ô ghi dấu gạch ngang hoặc dấu ba chấm là
    chưa có số liệu.

    Ví dụ sai:
        Năm;Thu ngân sách
        2023;18,05 nghìn tỷ

    Cách sửa: trong ô chỉ ghi số; đơn vị ghi ở “unit” của biểu đồ
        2023;18,05

explain-field-unknown =
    Trong tệp YAML có một trường mà congbo không biết. Thường là gõ sai tên; nếu
    bỏ qua thì điều cần ghi sẽ không hiện trên trang mà không ai hay.

    Ví dụ sai (report.yaml):
        titel: Báo cáo kiểm điểm

    Cách sửa: ghi đúng tên trường, theo gợi ý của thông báo
        title: Báo cáo kiểm điểm

    Tên trường viết thường, bằng tiếng Anh, không dấu.

explain-field-invalid =
    Giá trị ghi cho trường không đúng loại mà trường ấy nhận, mã có chữ không
    được dùng, hoặc một trường được ghi hai lần. congbo không đoán, vì đoán sai
    thì trang sẽ hiện điều người soạn không viết.

    Ví dụ sai (report.yaml):
        date: 5/12/2023
        status: xong

    Cách sửa: ngày ghi theo thứ tự năm-tháng-ngày; trạng thái là một trong ba từ
    draft (dự thảo), final (đã ký), reader (bản cho người đọc)
        date: 2023-12-05
        status: final

explain-field-missing =
    Tệp YAML thiếu một trường bắt buộc. Ví dụ, báo cáo không có “title” thì
    không có tên để ghi ở đầu trang, ở mục lục và trong danh sách báo cáo.

    Ví dụ sai (report.yaml):
        type: Báo cáo
        symbol: BC-UBND

    Cách sửa: thêm trường mà thông báo nêu
        title: Kiểm điểm công tác chỉ đạo, điều hành năm 2023
        type: Báo cáo
        symbol: BC-UBND

explain-yaml-invalid =
    Tệp YAML, hoặc phần giữa hai dòng “---” ở đầu tệp nhiệm vụ, viết sai quy tắc
    nên không đọc được. Không đọc được thì không biết báo cáo tên gì, số nào.

    Ví dụ sai (có dấu hai chấm giữa giá trị):
        title: Báo cáo: kết quả năm 2023

    Cách sửa: đặt giá trị trong dấu nháy kép
        title: "Báo cáo: kết quả năm 2023"

    Hay gặp: lùi đầu dòng bằng phím Tab (phải dùng khoảng trắng); thiếu khoảng
    trắng sau dấu hai chấm; các dòng cùng cấp lùi vào không bằng nhau.

explain-file-misnamed =
    Một số tệp được nhận ra bằng tên: “report.yaml”, “footnotes.yaml”, “site.yaml”,
    “documents.yaml”, “abbreviations.yaml” và các tệp nội dung có đuôi “.md”. Tên
    viết khác đi (“report.yml”, “Report.yaml”, “01.md.txt”) thì tệp không được đọc
    và nội dung trong đó bị mất.

    Ví dụ:
        content/bao-cao/2024/tong-ket/report.yml

    Cách sửa: đổi tên tệp cho đúng
        content/bao-cao/2024/tong-ket/report.yaml

    Trên Windows, bật “Đuôi tên tệp” trong thẻ Xem để thấy tên đầy đủ.

explain-encoding-invalid =
    Tệp không được lưu theo bảng mã UTF-8 nên chữ tiếng Việt không đọc đúng được.
    Công bố như vậy thì người đọc sẽ thấy chữ lỗi.

    Ví dụ: tệp lưu bằng Notepad đời cũ với mã “Unicode” (UTF-16) hoặc “ANSI”;
    chữ gõ bằng phông .VnTime (TCVN3) hay VNI-Times (VNI).

    Cách sửa: mở tệp, chọn Lưu thành, chọn mã UTF-8 rồi lưu lại. Với TCVN3 hoặc
    VNI, chuyển chữ sang Unicode trước bằng công cụ chuyển mã của bộ gõ (ví dụ
    UniKey, Ctrl+Shift+F6), rồi mới lưu.

explain-table-cell-lost =
    Số cột của một bảng là số ô ở hàng đầu bảng. Những ô vượt quá số cột sẽ không
    hiện trên trang, số liệu trong đó bị mất mà không ai biết, vì vậy trang không
    được công bố.

    Ví dụ:
        | Năm | Thu |
        |---|---|
        | 2023 | 18.500 | tỷ đồng |

    Cách sửa: thêm cột vào hàng đầu bảng, hoặc bỏ ô thừa
        | Năm | Thu | Đơn vị |
        |---|---|---|
        | 2023 | 18.500 | tỷ đồng |

    Dấu “|” là chữ trong ô thì viết “\|”.

explain-ignore-invalid =
    Một chỗ trong văn bản có thể bỏ qua một mã cảnh báo bằng một lời chú có nêu lý
    do; “lints” trong site.yaml đặt mức của từng mã cho cả trang. Lời chú hoặc
    thiết lập này không dùng được: sai mẫu, thiếu lý do, không có mã ấy, hoặc mã
    ấy không được hạ mức vì trang sẽ hỏng.

    Ví dụ:
        <!-- congbo: ignore citation-suspect -->

    Cách sửa: ghi đủ mã và lý do
        <!-- congbo: ignore citation-suspect: bản ký in như vậy -->

    Trong tệp YAML, lời chú bắt đầu bằng “#” và đứng ngay trên mục cần bỏ qua,
    không nằm trong đoạn chữ sau dấu “|”. Dấu gạch phải là gạch nối thường “--”,
    không phải dấu “–” do chương trình soạn thảo tự đổi.

explain-path-unsafe =
    Đường dẫn đi ra ngoài thư mục của trang thông tin, liên kết thuộc loại có
    thể chạy lệnh trên máy người đọc, hoặc ảnh hay kiểu trình bày (tệp CSS trong
    static/) phải tải từ máy chủ khác. Những thứ này có thể làm lộ tệp nội bộ,
    gây hại cho người đọc, hoặc cho máy chủ khác biết ai đang đọc báo cáo.

    Ví dụ sai:
    {"    ["}phụ lục](../../../luu-tru/phu-luc.docx)
    {"    ["}mở](javascript:alert(1))
        ![Sơ đồ](https://vi-du.vn/so-do.png)

    Cách sửa: chép tệp hoặc ảnh vào thư mục của báo cáo rồi dẫn đến tệp đó
    {"    ["}phụ lục](phu-luc.docx)
        ![Sơ đồ](images/so-do.png)

explain-template-invalid =
    Một mẫu trang không chạy được: viết sai cú pháp Tera, dùng một giá trị không
    có, hoặc gọi một mẫu không tồn tại. Không có mẫu thì không tạo được trang,
    nên không trang nào được công bố.

    Ví dụ sai (templates/base.html):
        <h1>{"{{"} site.titel {"}}"}</h1>

    Cách sửa: xem tên mẫu, dòng và nguyên nhân mà thông báo nêu
        <h1>{"{{"} site.title {"}}"}</h1>

    Xóa tệp trong templates/ thì congbo dùng lại mẫu có sẵn cùng tên.

explain-texts-invalid =
    Trang có thể dùng ngôn ngữ khác, hoặc thay vài lời có sẵn, bằng một tệp
    templates/<mã ngôn ngữ>.ftl. Tệp này có dòng không đọc được, có tên lời mà
    trang không dùng, ghi một lời hai lần, điền một giá trị không có, hoặc còn
    thiếu lời. Thiếu lời thì trang sẽ có chỗ không có chữ, nên không trang nào
    được công bố.

    Ví dụ sai (templates/vi.ftl):
        site-outlines = Nội dung

    Cách sửa: dùng đúng tên mà congbo có
        site-outline = Nội dung

    Tệp của một ngôn ngữ mới (ví dụ lo.ftl) phải đủ mọi lời “site-”; tệp vi.ftl
    hoặc en.ftl chỉ cần những lời muốn thay.

explain-proof-failed =
    Trước khi công bố, congbo đọc lại mọi trang như trình duyệt sẽ đọc: liên kết
    nào cũng có đích, không mã nào lặp lại trên một trang, chú thích nào cũng có
    chỗ dẫn đến và đường quay lại, số in ra đúng thứ tự. Lần kiểm tra này không
    đạt là lỗi của chương trình chứ không phải của người soạn, trừ khi trang
    thông tin dùng mẫu riêng trong templates/.

    Ví dụ: mẫu riêng bỏ mất danh sách chú thích ở cuối trang, nên các dấu chú
    thích trên trang ấy không còn đích.

    Cách xử lý: nếu có mẫu riêng, tạm chuyển thư mục templates/ đi chỗ khác rồi
    chạy lại. Nếu vẫn lỗi, gửi nguyên văn thông báo cho người quản trị. Bản đã
    công bố trước đó vẫn còn nguyên.

explain-footnote-order =
    Mã của các chú thích là số nhưng không tăng dần theo thứ tự đọc. Trang thông
    tin luôn đánh số theo thứ tự đọc, nên số in ra khác với mã trong tệp. Đó có
    thể là chủ ý, cũng có thể là dấu hiệu một đoạn bị đặt sai chỗ.

    Ví dụ:
        Thu ngân sách đạt dự toán[^2]. Xuất khẩu tăng[^1].

    Cách sửa: nếu thứ tự văn bản đã đúng, đổi mã cho tăng dần, ở cả chỗ dẫn và
    chỗ ghi nội dung
        Thu ngân sách đạt dự toán[^1]. Xuất khẩu tăng[^2].
    hoặc dùng mã bằng chữ, không gắn với số: [^thu-ngan-sach].

explain-metadata-missing =
    Báo cáo chưa có số hoặc chưa có ngày. Đầu trang sẽ để trống chỗ đó như trên
    bản dự thảo. Khi “status: final” (đã ký) thì đây là lỗi và không công bố
    được, vì người đọc không thể viện dẫn một văn bản không số, không ngày.

    Ví dụ (report.yaml):
        symbol: BC-UBND
        status: draft

    Cách sửa: ghi đủ khi văn bản đã ký; ngày theo thứ tự năm-tháng-ngày
        number: 15
        symbol: BC-UBND
        date: 2023-12-05
        status: final

    Muốn bỏ qua khi chưa có dòng “number” hoặc “date”, đặt lời chú ở dòng bất kỳ
    của report.yaml; mỗi lời chú chỉ cho một trong hai.

explain-citation-suspect =
    Số, ký hiệu của một văn bản được viện dẫn có dạng không cơ quan nào dùng.
    Người đọc tra theo ký hiệu sai sẽ không tìm thấy văn bản.

    Ví dụ sai:
        Công điện số 749/CE-TTg ngày 18/8/2023

    Cách sửa: đối chiếu với văn bản gốc (công điện có ký hiệu CĐ)
        Công điện số 749/CĐ-TTg ngày 18/8/2023

    Năm trong ký hiệu của văn bản quy phạm pháp luật phải là năm ký: không có
    Nghị định số 61/2018/NĐ-CP ngày 23/4/2028.

    congbo chỉ cảnh báo, không tự sửa. Nếu văn bản gốc đúng là như vậy thì để
    nguyên và đặt ngay trên đoạn ấy lời chú:
        <!-- congbo: ignore citation-suspect: bản gốc in như vậy -->

explain-heading-skipped =
    Đề mục nhảy quá một cấp so với đề mục trước, ví dụ từ “##” sang “####”. Mục
    lục và cách đánh số theo cấp sẽ thiếu một bậc; người dùng phần mềm đọc màn
    hình sẽ tưởng có phần bị thiếu.

    Ví dụ:
        ## Kết quả
        #### Thu ngân sách

    Cách sửa: dùng cấp liền sau, hoặc thêm đề mục còn thiếu ở giữa
        ## Kết quả
        ### Thu ngân sách

explain-image-alt-missing =
    Ảnh không có lời mô tả. Người khiếm thị dùng phần mềm đọc màn hình sẽ không
    biết ảnh nói gì; khi ảnh không tải được thì ai cũng vậy.

    Ví dụ:
        ![](images/ban-do.png)

    Cách sửa: ghi trong ngoặc vuông điều mà ảnh cho thấy
        ![Bản đồ các khu công nghiệp của tỉnh](images/ban-do.png)

    Ảnh là biểu đồ thì nêu con số chính, không chỉ ghi “Biểu đồ”.

explain-markup-suspect =
    Có chỗ được hiểu khác với ý người soạn: đề mục thiếu khoảng trắng sau “#”, đề
    mục gõ bằng chữ đậm, bảng thiếu dòng kẻ, liên kết có khoảng trắng trong đường
    dẫn, đoạn lùi đầu dòng như trong Word, hoặc dòng xuống hàng đúng chỗ có dấu
    gạch ngang. Trang vẫn đăng được nhưng hiện không như mong muốn.

    Ví dụ:
        ##Kết quả thực hiện
    {"    **"}II. Kết quả thực hiện**

    Cách sửa: viết đúng mẫu của đề mục
        ## Kết quả thực hiện

    Cũng vậy: gạch đầu dòng thiếu khoảng trắng (“-Rà soát”), dấu đầu dòng của
    Word (“•”), “**” không khép chữ đậm, “[chữ] (địa chỉ)”, dòng “---” ngay dưới
    chữ.

    Nếu chữ đúng là như vậy, đặt dấu “\” trước dấu đặc biệt.

explain-placeholder-left =
    Một chỗ để trống chờ điền vẫn còn trong văn bản: dấu ba chấm giữa câu,
    “ngày … tháng …”, “số …/”, “đạt XX%”; hoặc câu báo lỗi mà Word in ra khi
    tham chiếu bị hỏng (“Error! Reference source not found.”). Khi báo cáo ở
    trạng thái “final” thì đây là lỗi.

    Ví dụ:
        Sở đã ban hành ... thông báo kết luận.

    Cách sửa: điền cho đủ
        Sở đã ban hành 12 thông báo kết luận.

    Dấu lửng của phép liệt kê viết liền với chữ đứng trước: “điện, nước…”.

explain-text-repeated =
    Một đoạn từ 40 chữ trở lên xuất hiện hai lần trong cùng một đoạn văn
    hoặc chú thích, thường do dán hai lần. Tên văn bản, tên chính sách lặp
    lại thì không tính, dù dài: chỉ tính đoạn có dấu chấm phẩy hoặc dấu chấm
    ở giữa, hoặc trọn một câu. Những chữ không bao giờ viết hai lần liền nhau
    (“đã đã”, “của của”, “các các”) cũng được báo.

    Ví dụ:
        … trồng rau an toàn; tập huấn cho các hộ … trồng rau an toàn; tập
        huấn cho các hộ …

    Cách sửa: xóa một trong hai lần, hoặc sửa lần thứ hai cho đúng ý.

explain-bracket-unbalanced =
    Một dấu ngoặc được mở mà không được đóng, hoặc ngược lại. Thứ tự “a)”,
    “1)” thì không tính.

    Ví dụ:
        Ba huyện (Hương Sơn, Đức Thọ, Can Lộc đã hoàn thành.

    Cách sửa: thêm dấu còn thiếu
        Ba huyện (Hương Sơn, Đức Thọ, Can Lộc) đã hoàn thành.

explain-quote-unbalanced =
    Một dấu trích dẫn được mở mà không được đóng, hoặc ngược lại: người đọc
    không biết lời trích bắt đầu hay kết thúc ở đâu.

    Ví dụ:
        Thực hiện chủ đề “Kỷ cương, hiệu quả năm 2023.

    Cách sửa: thêm dấu còn thiếu
        Thực hiện chủ đề “Kỷ cương, hiệu quả” năm 2023.

explain-punctuation-doubled =
    Hai dấu câu đứng liền nhau trong khi chỉ cần một. Ba dấu chấm là dấu
    lửng; “./.” kết thúc văn bản.

    Ví dụ:
        Đã hoàn thành ba dự án..

    Cách sửa: giữ một dấu
        Đã hoàn thành ba dự án.

explain-blank-missing =
    Chữ đứng liền sau dấu câu, liền trước ngoặc mở, hoặc khoảng trắng đặt nhầm
    phía của dấu (“văn bản ,trong”, “kinh tế -xã hội”, “Tỷ lệ:98%”); hoặc trong
    phần chữ ký, chữ đứng liền sau “TM.”, “KT.”.

    Ví dụ:
        TM.ỦY BAN NHÂN DÂN

    Cách sửa: thêm một khoảng trắng
        TM. ỦY BAN NHÂN DÂN

explain-combining-mark-left =
    Dấu thanh hoặc dấu mũ là một ký tự riêng, không ghép được với chữ cái
    nào, hoặc nằm trên phụ âm đứng sau. Trang hiện sai, và người đọc không tìm
    thấy chữ này. Lỗi thường gặp khi chép từ tệp PDF.

    Ví dụ:
        phát triêń kinh tế

    Cách sửa: xóa chữ ấy và gõ lại bằng bộ gõ Unicode.

explain-legacy-encoding =
    Chữ gõ theo bảng mã cũ (TCVN3, VNI) hoặc bị đọc sai bảng mã: trên trang
    hiện thành ký tự lạ. Cũng vậy với chữ cái của bảng chữ khác trông giống chữ
    Việt (“Ð” U+00D0 thay cho “Đ”), ký tự của phông Symbol, Wingdings và ký tự
    ẩn ở giữa chữ: tìm kiếm không thấy, máy đọc màn hình đọc sai.

    Ví dụ:
        ñaàu tö; nh©n d©n; Ä‘áº§u tÆ°

    Cách sửa: chuyển đoạn ấy sang Unicode, hoặc gõ lại
        đầu tư; nhân dân

explain-superscript-left =
    Một chữ số nhỏ phía trên đứng sau chữ, như dấu chú thích trong bản in.
    Nó không dẫn đến chú thích nào. Đơn vị như m², km³ thì không tính.

    Ví dụ:
        Tổ máy¹ đã hoạt động.

    Cách sửa: dẫn đến chú thích
        Tổ máy[^1] đã hoạt động.

    Dấu “[1]” sát sau chữ, khi dán từ Word, cũng vậy.

explain-citation-incomplete =
    Một văn bản được viện dẫn chỉ bằng số và ký hiệu. Số được đánh lại từ
    đầu mỗi năm, nên thiếu ngày thì không biết là văn bản nào.

    Ví dụ:
        Theo Nghị quyết số 26/NQ-CP.

    Cách sửa: ghi ngày ở lần viện dẫn đầu tiên
        Theo Nghị quyết số 26/NQ-CP ngày 27/02/2023 của Chính phủ.

    Không muốn sửa câu thì ghi ngày vào documents.yaml.

explain-date-form =
    Ngày không có thật, hoặc ngày viết khác cách viết của những ngày khác
    trong báo cáo. Nghị định 30/2020/NĐ-CP thêm số 0 trước ngày dưới 10 và
    tháng 1, tháng 2.

    Ví dụ:
        31/02/2023; hoặc 30/1/2023 trong khi các chỗ khác viết 30/01/2023

    Cách sửa: viết thống nhất trong cả báo cáo
        30/01/2023

explain-abbreviation-undefined =
    Một chữ viết tắt được dùng mà báo cáo không giải thích và
    abbreviations.yaml không có. Chỉ kiểm tra khi trang có tệp
    abbreviations.yaml.

    Ví dụ:
        Cải thiện chỉ số DDCI của các địa phương.

    Cách sửa: thêm vào abbreviations.yaml
        DDCI: năng lực cạnh tranh cấp sở, ban, ngành và địa phương

explain-tone-mixed =
    Trong một báo cáo có hai cách đặt dấu thanh: “hòa” và “hoà”. Cả hai đều
    đọc được, nhưng tìm chữ này thì không ra chữ kia.

    Ví dụ:
        văn hoá, trong khi các chỗ khác viết “hóa”

    Cách sửa: viết theo cách dùng nhiều hơn
        văn hóa

explain-footnote-backlink-missing =
    congbo check --site gặp một chú thích không có liên kết quay lại. Người đọc đã
    bấm vào chỗ dẫn phải tự tìm lại chỗ đang đọc, rất khó với người dùng phần mềm
    đọc màn hình.

    Ví dụ, trong mã HTML của trang:
        <a id="fnref-1" href="#fn-1" role="doc-noteref">1</a>
        <li id="fn-1">Kế hoạch.</li>

    Cách sửa: kết thúc chú thích bằng một liên kết về chỗ dẫn
        <li id="fn-1">Kế hoạch. <a href="#fnref-1" role="doc-backlink">↩</a></li>

    Nếu cả trang không có chú thích nào quay lại được thì chỉ báo một lần.

explain-page-orphaned =
    congbo check --site gặp một trang mà không trang nào khác dẫn đến. Chỉ ai biết
    địa chỉ mới đọc được. Trang đầu, trang báo lỗi (404.html), trang liệt kê mọi
    trang (sitemap.html), trang tự chuyển người đọc sang trang khác, bản sao ghi
    rõ trang chính thức và trang đề nghị không liệt kê (meta robots có noindex
    hoặc none) thì không cần liên kết.

    Ví dụ:
        Có public/ke-hoach-cu/index.html nhưng không trang nào dẫn đến
        ke-hoach-cu/.

    Cách xử lý: dẫn đến trang này từ nơi người đọc sẽ tìm, hoặc bỏ trang đi. Một
    dòng trong sitemap.xml không phải là liên kết mà người đọc bấm được.

explain-page-unread =
    Một tệp có tên của trang (.html) nhưng bên trong không phải văn bản, hoặc lớn
    hơn 64 MiB. congbo check --site không xem bên trong, và coi mọi liên kết đến
    một chỗ trong tệp đó là đúng.

    Ví dụ:
        public/ban-do.html thật ra là một ảnh được lưu với tên này.

    Cách xử lý: đặt tên tệp theo đúng loại, hoặc bỏ tệp khỏi trang thông tin.

explain-html-removed =
    Văn bản có mã HTML không thuộc danh mục được dùng, ví dụ tập lệnh, khung
    nhúng, thuộc tính “style” hay “onclick”. Phần đó đã bị bỏ để bảo vệ người
    đọc, nên trang có thể không giống ý người soạn.

    Ví dụ:
        <p onclick="mo()">Bấm vào đây</p>
        <iframe src="https://vi-du.vn"></iframe>

    Cách sửa: viết bằng Markdown, hoặc để liên kết thay cho phần nhúng
    {"    ["}Xem tại đây](https://vi-du.vn)

    Chữ chép từ Word hay kèm HTML thừa; hãy dán dạng chữ thuần.

explain-ignore-unused =
    Lời chú yêu cầu bỏ qua một mã, nhưng ở chỗ đó không có cảnh báo nào mang mã
    ấy: có thể lỗi đã được sửa. Để lại thì lời chú sẽ che mất lỗi sau này.

    Ví dụ:
        <!-- congbo: ignore tone-mixed: tên riêng -->
        Một đoạn không có gì phải cảnh báo.

    Cách sửa: xóa lời chú. Lời chú đứng riêng thì áp dụng cho đoạn ngay sau nó,
    đứng trong một đoạn thì áp dụng cho đoạn ấy.


## 6. Help (args); {"<…>"} are written by the program

help-about = Công bố báo cáo chính thức thành trang thông tin để người dân đọc
help-after =
    Ví dụ:
      congbo init trang-bao-cao          tạo một trang mẫu trong thư mục trang-bao-cao
      congbo check                       kiểm tra nội dung, không ghi gì
      congbo build                       kiểm tra rồi công bố vào thư mục public
      congbo explain footnote-undefined  giải thích một mã lỗi

    Mã kết thúc: 0 không có gì phải sửa, 1 có lỗi phải sửa, 2 không chạy được.
    Hướng dẫn của từng lệnh: congbo build --help
help-usage = Cách dùng
help-options-word = TÙY CHỌN
help-command-word = LỆNH
help-heading-commands = Lệnh
help-heading-arguments = Tham số
help-heading-options = Tùy chọn
help-heading-global = Tùy chọn chung
help-value-folder = THƯ MỤC
help-value-language = NGÔN NGỮ
help-value-when = KHI NÀO
help-value-count = SỐ
help-value-format = DẠNG
help-value-revision = PHIÊN BẢN
help-value-code = MÃ
help-value-shell = SHELL

help-root = Thư mục chứa content/ (mặc định: thư mục hiện tại)
help-lang = Ngôn ngữ của thông báo: vi hoặc en (mặc định: theo content/site.yaml)
help-color = Tô màu: auto (chỉ trên màn hình), always hoặc never (mặc định: auto)
help-quiet = Chỉ in những gì làm cho lệnh không đạt
help-help = In hướng dẫn này
help-version = In số phiên bản

help-build = Kiểm tra toàn bộ nội dung rồi công bố
help-build-after =
    Có lỗi thì không công bố gì; bản đã công bố trước đó còn nguyên. Lỗi và cảnh
    báo in ra luồng lỗi (stderr), bảng tổng hợp in ra luồng chuẩn (stdout).

    Ví dụ:
      congbo build                         công bố vào thư mục public
      congbo build --output /var/www/html  công bố vào thư mục khác
      congbo build --strict                không công bố khi còn cảnh báo
help-output = Thư mục để công bố (mặc định: public trong thư mục của trang thông tin)
help-jobs = Số việc làm cùng lúc (mặc định: theo số lõi của máy)
help-strict = Coi cảnh báo như lỗi
help-overwrite = Giữ lại trong thư mục công bố các tệp không do congbo ghi; tệp nào trang mới cũng có thì bị thay
help-precompress = Ghi kèm bản nén .gz và .br cạnh mỗi tệp chữ, cho máy chủ gửi thẳng bản nén

help-check = Kiểm tra như build nhưng không ghi gì
help-check-after =
    Kết quả kiểm tra in ra luồng chuẩn (stdout). Các dạng khác human dành cho
    chương trình khác đọc và luôn đầy đủ, kể cả khi có --quiet: json, sarif (công
    cụ quét mã, trình soạn thảo), github (chú giải của GitHub Actions), junit (bảng
    kết quả kiểm thử).

    Ví dụ:
      congbo check                               kiểm tra thư mục hiện tại
      congbo check --root trang-bao-cao          kiểm tra thư mục khác
      congbo check --since origin/main           chỉ cảnh báo về những gì đã thay đổi
      congbo check --site public                 kiểm tra các trang đang có
      congbo check --format json > ket-qua.json  ghi kết quả cho chương trình khác
help-heading-site = Kiểm tra một thư mục HTML
help-site = Kiểm tra các trang HTML trong thư mục này, do bất kỳ công cụ nào tạo ra, thay cho nội dung
help-base-url = Nơi thư mục được công bố: địa chỉ đầy đủ ở đó là liên kết trong trang
help-clean-urls = Máy chủ hiểu địa chỉ “trang” là tệp “trang.html”
help-list-external = Liệt kê cả địa chỉ trên máy chủ khác; không truy cập địa chỉ nào
help-value-url = ĐỊA CHỈ
help-since = Chỉ báo cảnh báo ở các tệp khác với phiên bản git này; lỗi thì luôn báo
help-format = Dạng kết quả: human (cho người đọc), json, sarif, github hoặc junit (mặc định: human)

help-explain = Giải thích một mã lỗi hoặc cảnh báo
help-explain-after =
    Không ghi mã thì in danh sách mọi mã, mỗi mã một dòng.

    Ví dụ:
      congbo explain                     danh sách mọi mã
      congbo explain footnote-undefined  giải thích một mã
help-explain-code = Mã in trong thông báo, ví dụ footnote-undefined

help-init = Tạo một trang thông tin mẫu nhỏ để bắt đầu
help-init-after =
    Trang mẫu có một báo cáo hai mục, chú thích, nhiệm vụ và lời giải thích trong
    từng tệp. Không tệp nào bị ghi đè: nếu đã có thư mục content thì lệnh dừng.

    Ví dụ:
      congbo init                 tạo trong thư mục hiện tại
      congbo init trang-bao-cao   tạo trong thư mục trang-bao-cao
help-init-dir = Thư mục để tạo trang mẫu (mặc định: thư mục hiện tại)

help-completions = In tệp gợi ý lệnh cho shell
help-completions-after =
    Ví dụ:
      congbo completions bash > ~/.local/share/bash-completion/completions/congbo
      congbo completions fish > ~/.config/fish/completions/congbo.fish
help-completions-shell = Loại shell: bash, elvish, fish, powershell hoặc zsh

help-help-command = In hướng dẫn của một lệnh
help-help-command-name = Tên lệnh


## 7. A command line that cannot be understood (usage)

usage-unknown-argument = không có tham số “{ $argument }”
usage-unknown-command = không có lệnh “{ $command }”
usage-value-invalid = giá trị “{ $value }” không dùng được cho “{ $argument }”
usage-value-missing = tham số “{ $argument }” cần có giá trị
usage-value-unexpected = tham số “{ $argument }” không nhận giá trị “{ $value }”
usage-repeated = tham số “{ $argument }” được ghi nhiều lần
usage-conflict = không dùng chung được tham số “{ $argument }” với “{ $other }”
usage-required = thiếu tham số bắt buộc “{ $argument }”
usage-not-text = dòng lệnh có ký tự không phải UTF-8
usage-other = không hiểu được dòng lệnh
usage-hint-values = dùng một trong các giá trị: { $values }
usage-hint-jobs = ghi một số nguyên từ 1 trở lên, ví dụ “--jobs 2”
usage-hint-root = chỉ ra thư mục của trang bằng “--root { $path }”; để kiểm tra một trang đã dựng: congbo check --site { $path }
usage-see = Xem hướng dẫn: { $command } --help


## 8. Commands

# Which of the decimal signs stands in a number of seconds.
decimal-separator = ,

failure-empty = thư mục “{ $path }” không có tệp nào nên không có gì để công bố
failure-no-content = không có thư mục “{ $path }” nên không có gì để công bố
failure-no-content-hint = chạy lệnh ở thư mục chứa content/ hoặc chỉ ra thư mục đó bằng --root; để tạo một trang mẫu: congbo init
failure-no-content-hint-above = content/ có ở thư mục “{ $path }”; chạy lệnh ở đó hoặc thêm --root { $path }
failure-no-site = không có thư mục “{ $path }” nên không có gì để kiểm tra
failure-no-pages = trong “{ $path }” không có trang HTML nào nên không có gì để kiểm tra
failure-write = không ghi được kết quả ra màn hình hoặc tệp: { $reason }
failure-read = không đọc được “{ $path }”: { $cause ->
    [denied] không có quyền
   *[other] { $detail }
}
failure-current-folder = không mở được thư mục hiện hành, có thể thư mục đã bị xóa: { $reason }
failure-current-folder-hint = chuyển sang thư mục khác rồi chạy lại: cd
failure-environment = biến môi trường { $name } làm dữ liệu tìm kiếm được công bố khác đi
failure-environment-hint = bỏ biến này rồi chạy lại: unset { $name }
failure-threads = không khởi động được các luồng xử lý: { $reason }

# Nơi ghi trang thông tin (output). $action và $cause chỉ để chọn câu.
output-protected = không thể công bố vào “{ $path }” vì sẽ chạm vào “{ $protected }”, nơi chứa nội dung nguồn
output-protected-hint = chọn một thư mục riêng bằng --output, ví dụ: --output public
output-not-folder = “{ $path }” không phải là thư mục nên không thể công bố vào đó
output-not-folder-hint = chọn thư mục khác bằng --output, hoặc chuyển tệp đang ở đó đi nơi khác
output-locked = một lệnh build khác đang công bố vào “{ $path }”
output-foreign = “{ $path }” có những tệp không do congbo ghi nên chưa công bố gì:
output-foreign-hint = chuyển các tệp này đi hoặc đưa vào static/, chọn thư mục khác bằng --output, hoặc dùng --overwrite: tệp nào trang mới không có thì được giữ lại, tệp nào trang mới cũng có thì bị thay, bản nén .gz, .br của tệp đã khác thì bị bỏ
output-foreign-added = { $path } (không do congbo ghi)
output-foreign-changed = { $path } (đã bị sửa sau khi công bố)
output-stranded = việc công bố vào “{ $path }” bị ngắt giữa chừng và chưa đưa lại được trang cũ; trang cũ còn nguyên trong “{ $aside }”: { $detail }
output-stranded-hint = chạy lại lệnh build để đưa trang cũ về trước; hoặc tự chuyển “{ $aside }” thành “{ $path }”
output-io = { $action ->
    [find] không tìm được thư mục chứa “{ $path }”
    [lock] không khóa được “{ $path }” để tránh hai lệnh build cùng lúc
    [read] không đọc được nội dung đã công bố trong “{ $path }”
    [write] không ghi được “{ $path }”
    [publish] không đưa được trang mới vào “{ $path }”
   *[clean] không dọn được “{ $path }”
}: { $cause ->
    [full] ổ đĩa đã đầy
    [read-only] ổ đĩa chỉ cho phép đọc
    [denied] không có quyền
    [mount] thư mục là một ổ đĩa hoặc đang được sử dụng
    [file] một phần của đường dẫn là tệp, không phải thư mục
    [name] tên thư mục hoặc tệp quá dài hoặc có ký tự không dùng được
    [path] đường dẫn này không thể là của một tệp được công bố
    [taken] đã có tệp ở đường dẫn này
   *[other] { $detail }
}
output-io-hint = { $cause ->
    [full] giải phóng ổ đĩa rồi chạy lại
    [read-only] chọn thư mục ở ổ đĩa khác bằng --output
    [denied] xin cấp quyền ghi, hoặc chọn thư mục khác bằng --output
    [mount] chọn một thư mục bên trong bằng --output
    [file] kiểm tra lại đường dẫn ghi ở --output
    [name] chọn tên ngắn hơn
    [path] đổi tên tệp: bỏ dấu “\” và ký tự điều khiển trong tên
    [taken] xem hai tệp hoặc trang nào cùng cho ra đường dẫn này rồi đổi tên một bên
   *[other] kiểm tra lại thư mục, hoặc chọn thư mục khác bằng --output
}; nội dung đã công bố trước đó vẫn còn nguyên

built-replaced = các tệp sau trong “{ $path }” không còn như cũ, vì trang mới có tệp cùng tên:
built-stale = các bản nén sau trong “{ $path }” không được giữ lại, vì tệp gốc đã khác và máy chủ sẽ gửi bản cũ cho người đọc:
built-kept = các tệp sau trong “{ $path }” không do congbo ghi và được giữ lại trong trang mới:
built-leftover = trang mới đã công bố; phần cũ chưa xóa được hết, lần build sau sẽ thử lại:
built-heading = Đã công bố vào { $output }
built-reports = báo cáo
built-pages = trang
built-sections = mục
built-directives = nhiệm vụ
built-footnotes = chú thích
built-references = { $count } chỗ dẫn đến
built-citations = lượt viện dẫn văn bản
built-warnings = cảnh báo
built-time = thời gian
built-seconds = { $seconds } giây
not-published = Không công bố gì; bản đã công bố trước đó, nếu có, còn nguyên.
not-published-strict = Không công bố gì vì có --strict và còn cảnh báo; bản đã công bố trước đó, nếu có, còn nguyên.

explain-heading-errors = Lỗi: còn lỗi thì không công bố được
explain-heading-warnings = Cảnh báo: vẫn công bố, trừ khi có --strict
explain-list-after = Giải thích một mã: congbo explain footnote-undefined
explain-unknown = không có mã “{ $code }”
explain-unknown-hint = chạy “congbo explain” để xem danh sách mọi mã

init-exists = trong “{ $path }” đã có content, nên không tạo trang mẫu
init-exists-hint = chọn một thư mục khác, ví dụ: congbo init trang-mau
init-failed = không ghi được “{ $path }”: { $reason }
init-done = Đã tạo trang mẫu trong { $path }:
init-next =
    Tiếp theo:
    {"  "}{ $check }
    {"  "}{ $build }
    rồi mở { $index } bằng trình duyệt. Để bắt đầu báo cáo của mình, đọc các dòng
    ghi chú trong { $site } và sửa dần từng tệp.

# Why the disk would not.
reason-not-found = không có thư mục này
reason-file = một phần của đường dẫn là tệp, không phải thư mục
reason-name = tên thư mục hoặc tệp quá dài hoặc có ký tự không dùng được
reason-denied = không có quyền ghi
reason-read-only = ổ đĩa chỉ cho phép đọc
reason-full = ổ đĩa đã đầy
reason-exists = tệp đã có


## 9. Phases, as the progress line shows them (progress)

phase-read = Đọc nội dung
phase-read-site = Đọc thư mục
phase-resolve = Đối chiếu chú thích và liên kết
phase-render = Tạo trang
phase-proof = Kiểm tra trang đã tạo
phase-precompress = Nén các tệp
phase-publish = Công bố
phase-wait = Đang chờ một lệnh build khác của trang này
# Lời của trang thông tin: mọi chữ mà mẫu trang (templates) in ra. Mẫu gọi t(key="x") là thông điệp site-x.

## Khung trang

site-skip-to-content = Chuyển đến nội dung chính
# Tên gọi của cụm liên kết ở đầu trang
site-navigation = Chuyên mục
site-home = Trang chủ
site-breadcrumbs = Vị trí của trang
# Tên gọi của cụm liên kết ở cuối trang
site-site-pages = Trang tra cứu
site-feed = Tin báo cáo mới (Atom)
site-address = Địa chỉ: { $address }
site-phone = Điện thoại:
site-email = Thư điện tử:
site-website = Trang thông tin điện tử:
# Chỉ in ra giấy, trước địa chỉ của trang
site-printed-from = In từ trang:

## Thể thức văn bản (Nghị định 30/2020/NĐ-CP), theo ngôn ngữ của văn bản

site-nation-name = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
site-nation-motto = Độc lập - Tự do - Hạnh phúc
site-number-label = Số:
site-number-inline = số { $number }
site-recipients-label = Nơi nhận:
# Chỉ đọc cho người dùng trình đọc màn hình, sau số còn để trống
site-number-open = (chưa có số)

## Tình trạng văn bản

site-status-draft = Dự thảo
site-status-draft-explained = Văn bản chưa được ký ban hành; nội dung còn có thể thay đổi.
site-status-draft-brief = Dự thảo, chưa được ký ban hành.
site-status-final = Bản ban hành
site-status-reader = Bản dành cho người đọc
site-status-reader-explained = Bản này được biên soạn để tiện theo dõi, không thay thế văn bản đã ký ban hành; khi trích dẫn hoặc áp dụng, đề nghị căn cứ văn bản đã ký.
site-status-reader-brief = Bản dành cho người đọc, không thay thế văn bản đã ký ban hành.

## Trang đầu của báo cáo

site-indicators = Số liệu chính
site-chart-kind-bar = Biểu đồ cột
site-chart-kind-line = Biểu đồ đường
site-chart-kind-stacked-bar = Biểu đồ cột chồng
site-chart-kind-share = Biểu đồ cơ cấu
site-chart-rows = { $count ->
    [1] { $kind }, 1 hàng số liệu: “{ $first }”.
   *[other] { $kind }, { $count } hàng số liệu, từ “{ $first }” đến “{ $last }”.
}
site-chart-range = { $name }: thấp nhất { $lowest } ({ $low }), cao nhất { $highest } ({ $high }).
site-chart-constant = { $name }: chỉ có một giá trị là { $value }.
site-chart-unit = Đơn vị:
site-chart-source = Nguồn:
site-chart-data = Bảng số liệu của biểu đồ
site-chart-axis = Trục số từ { $low } đến { $high }, không bắt đầu từ 0.
site-chart-download = Tải tệp số liệu (CSV)
site-outline = Mục lục
site-start-reading = Đọc từ đầu
site-report-front = Trang đầu
# Tên gọi của cụm liên kết đến các trang của một báo cáo
site-report-pages = Các trang của báo cáo
site-counts = Báo cáo gồm
site-count-sections = { $count } mục
site-count-directives = { $count } nhiệm vụ
site-count-footnotes = { $count } chú thích
site-count-documents = { $count } văn bản được viện dẫn
site-downloads = Tải dữ liệu
site-download-report = Toàn bộ báo cáo
site-citation = Trích dẫn
site-citation-entry = Tệp trích dẫn
site-full-text = Toàn văn

## Trang của một mục

site-children = Các mục trong phần này
# Tên gọi của cụm liên kết trước, sau
site-previous-next = Mục trước và mục sau
site-previous = Trước
site-next = Tiếp theo

## Chú thích

site-footnotes = Chú thích
site-footnotes-of = Chú thích của { $place }
site-footnote-in-list = Xem trong danh sách chú thích
site-back = Trở lại
site-close = Đóng

# Trích dẫn.

site-quote = Trích dẫn
site-copy-quotation = Chép lời trích
site-copy-link = Chép địa chỉ
site-copied = Đã chép.
site-copy-failed = Trình duyệt không cho chép. Xin chọn đoạn chữ trong ô rồi chép.
site-back-to-reference = Về chỗ dẫn chú thích { $number }
site-back-to-reference-nth = Về chỗ dẫn chú thích { $number }, lần { $index }
site-back-to-reference-in = Về chỗ dẫn chú thích { $number } tại { $place }

## Nhiệm vụ

site-directives = Nhiệm vụ
site-lead = Chủ trì
site-support = Phối hợp
site-deadline = Thời hạn
site-topics = Lĩnh vực
site-state = Tình trạng
site-state-open = Chưa thực hiện
site-state-in-progress = Đang thực hiện
site-state-done = Đã hoàn thành
site-directive-in-text = { $label } trong văn bản

# Nhiệm vụ: bảng tổng hợp, lọc, lịch, cơ quan thực hiện

site-total = Tổng số
site-state-unknown = Chưa ghi tình trạng
site-directive-overview = Bảng tổng hợp
site-directive-texts = Nội dung từng nhiệm vụ
site-directive-number = Số
site-directive-summary = Nội dung
site-filter = Lọc và nhóm nhiệm vụ
site-filter-department = Cơ quan chủ trì hoặc phối hợp
site-filter-all = Tất cả
site-filter-quarters = Theo quý
site-filter-months = Theo tháng
site-filter-undated = Không có thời hạn
site-filter-shown = Hiển thị { $shown } trong tổng số { $total } nhiệm vụ.
site-filter-nothing = Không có nhiệm vụ nào phù hợp với các lựa chọn trên. Hãy bỏ bớt một lựa chọn.
site-filter-dropped = Trang không còn điều kiện lọc sau đây nên không lọc theo: { $values }.
site-filter-reset = Bỏ các lựa chọn
site-group = Nhóm theo
site-group-list = Thứ tự trong báo cáo
site-group-quarter = Thời hạn theo quý
site-group-month = Thời hạn theo tháng
site-group-no-lead = Chưa ghi cơ quan chủ trì
site-group-no-topic = Chưa ghi lĩnh vực
site-quarter = { $index ->
    [1] Quý I/{ $year }
    [2] Quý II/{ $year }
    [3] Quý III/{ $year }
   *[other] Quý IV/{ $year }
}
# Số 0 đứng trước tháng 1 và tháng 2, như trong ngày tháng của văn bản (Nghị định 30/2020/NĐ-CP)
site-month = Tháng { $index ->
    [1] 01
    [2] 02
   *[other] { $index }
}/{ $year }
site-calendar = Thời hạn nhiệm vụ
site-calendar-add = Thêm hạn vào lịch
site-calendar-explained = Tệp .ics mở được bằng ứng dụng lịch trên điện thoại, máy tính; mỗi thời hạn là một mục cả ngày trong lịch.
site-calendar-name = Thời hạn nhiệm vụ: { $of }
site-departments = Cơ quan, đơn vị thực hiện
site-departments-explained = Các cơ quan, đơn vị chủ trì hoặc phối hợp thực hiện nhiệm vụ trong những báo cáo đăng trên trang này.
site-departments-draft = Số liệu gồm cả nhiệm vụ trong các dự thảo chưa được ký ban hành.
site-departments-reader = Số liệu gồm cả nhiệm vụ lấy từ các bản dành cho người đọc, không thay thế văn bản đã ký ban hành.
site-department = Cơ quan, đơn vị
site-department-leads = Nhiệm vụ chủ trì
site-department-done = Hoàn thành
site-department-supports = Nhiệm vụ phối hợp

## Văn bản được viện dẫn

site-documents = Văn bản được viện dẫn
site-site-documents = Văn bản được viện dẫn
site-site-documents-explained = Các văn bản mà những báo cáo đăng trên trang này viện dẫn và những chỗ viện dẫn từng văn bản.
site-mentioned-in = Viện dẫn tại:
site-place-nth = { $place }, lần { $index }

## Danh mục

site-published = Đã công bố
site-contents = Trong chuyên mục này
site-kind-text = Trang thông tin
site-kind-folder = Chuyên mục
site-abbreviations = Chữ viết tắt

## Trang chưa có gì để hiển thị

site-nothing-site-documents = Các báo cáo đăng trên trang này chưa viện dẫn văn bản nào.
site-nothing-departments = Các báo cáo đăng trên trang này chưa ghi cơ quan, đơn vị nào chủ trì hoặc phối hợp thực hiện nhiệm vụ.
site-nothing-abbreviations = Trang này chưa có danh mục chữ viết tắt.
site-nothing-footnotes = Báo cáo này không có chú thích.
site-nothing-directives = Báo cáo này không ghi nhiệm vụ.
site-nothing-documents = Báo cáo này không viện dẫn văn bản nào.

## Tìm kiếm

site-search = Tìm kiếm
site-search-words = Từ cần tìm
site-search-submit = Tìm
site-search-filters = Lọc kết quả
site-search-kind = Loại nội dung
site-search-kind-section = Mục của báo cáo
site-search-kind-directive = Nhiệm vụ
site-search-kind-footnote = Chú thích
site-search-kind-document = Văn bản được viện dẫn
site-search-kind-page = Trang thông tin
site-search-year = Năm của báo cáo
site-search-language = Ngôn ngữ
site-search-report = Báo cáo
site-search-results = Kết quả tìm kiếm
site-search-more = Xem thêm kết quả
site-search-searching = Đang tìm…
site-search-found = Tìm thấy { $count } kết quả.
site-search-first = Đang hiện { $count } kết quả đầu; còn các kết quả khác ở cuối danh sách.
site-search-near = Không có chỗ nào chứa đủ các từ đã nhập. Dưới đây là { $count } kết quả gần nhất.
site-search-none = Không tìm thấy kết quả cho “{ $query }”.
site-search-empty = Chưa nhập từ cần tìm.
site-search-no-results = (không có)
site-search-trouble = Không tải được dữ liệu tìm kiếm. Đề nghị kiểm tra kết nối mạng rồi thử lại.
site-search-noscript = Trang này chỉ tìm kiếm được khi trình duyệt bật JavaScript. Đề nghị tra cứu theo các danh mục dưới đây.
site-search-noscript-find = Mỗi báo cáo có mục lục. Ở trang toàn văn của báo cáo, tìm được từng từ bằng lệnh tìm của trình duyệt (Ctrl + F; trên điện thoại: “Tìm trong trang”).
site-search-advice = Cách tìm
site-search-advice-accents = Gõ có dấu hoặc không dấu đều được: “dau tu cong” tìm thấy “đầu tư công”; gõ đủ dấu thì kết quả đúng dấu xếp trước.
site-search-advice-symbol = Tìm văn bản theo số, ký hiệu, đầy đủ hoặc một phần, ví dụ: 26/NQ-CP.
site-search-advice-place = Gõ tên của mục, nhiệm vụ, bảng, biểu đồ, phụ lục hoặc chú thích để đến đúng chỗ đó, ví dụ: mục I.2, chú thích 4.
site-search-advice-phrase = Đặt cụm từ trong dấu ngoặc kép để chỉ tìm đúng cụm từ đó.
site-search-advice-spelling = Nếu chưa thấy, hãy kiểm tra chính tả, dùng ít từ hơn hoặc bỏ bớt điều kiện lọc.
site-search-lists = Hoặc tra cứu theo danh mục:
site-search-list-reports = Các báo cáo đã công bố

## Không tìm thấy trang

site-not-found = Không tìm thấy trang
site-not-found-explained = Địa chỉ này không có trang nào. Có thể trang đã được chuyển đi hoặc địa chỉ bị gõ sai.
site-not-found-home = Về trang chủ

# Ngôn ngữ và lãnh thổ của trang, theo cách viết của Open Graph.
site-territory = vi_VN

# Chữ mà congbo tự viết vào nội dung: lời dẫn đến một chỗ, tên bảng
site-cite-opening = phần mở đầu
site-cite-section = mục { $number }
site-cite-section-titled = mục “{ $title }”
site-cite-point = điểm { $letter }
site-cite-point-of = điểm { $letter } mục { $number }
site-cite-in-part = { $place } { $part }
site-cite-directive = nhiệm vụ { $number }
site-cite-directive-of = { $directive } { $place }
site-cite-note = chú thích { $number }
site-cite-table = bảng { $number }
site-cite-table-in = bảng tại { $place }
site-cite-chart = biểu đồ { $number }
site-cite-paragraph = đoạn { $number } { $place }
site-place-paragraph = { $place }, đoạn { $number }
site-table = Bảng
site-table-numbered = Bảng { $number }
site-chart-numbered = Biểu đồ { $number }
site-directive-numbered = Nhiệm vụ { $number }
site-document-kind = Báo cáo
# Nhãn của phần; các chữ đánh điểm, theo thứ tự, cách nhau một dấu cách
site-part = Phần thứ { $number ->
    [1] nhất
    [2] hai
    [3] ba
    [4] tư
    [5] năm
    [6] sáu
    [7] bảy
    [8] tám
    [9] chín
    [10] mười
    [11] mười một
    [12] mười hai
    [13] mười ba
    [14] mười bốn
    [15] mười lăm
    [16] mười sáu
    [17] mười bảy
    [18] mười tám
    [19] mười chín
   *[other] { $number }
}
site-letters = a b c d đ e g h i k l m n o p q r s t u v x y
# Trích dẫn đầy đủ một báo cáo: “Dự thảo Báo cáo số 15/BC-UBND ngày 05 tháng 12 năm 2023 của … về …”
site-cite-draft = Dự thảo { $kind }
site-cite-dated = { $date }
site-cite-issuer = của { $issuer }
site-cite-subject = về { $subject }
site-date-day = ngày { $day ->
    [1] 01
    [2] 02
    [3] 03
    [4] 04
    [5] 05
    [6] 06
    [7] 07
    [8] 08
    [9] 09
   *[other] { $day }
} tháng { $month ->
    [1] 01
    [2] 02
   *[other] { $month }
} năm { $year }
site-date-month = tháng { $month ->
    [1] 01
    [2] 02
   *[other] { $month }
} năm { $year }
site-date-year = năm { $year }
site-link-home = trang chủ
site-link-full-text = toàn văn
site-link-footnotes = các chú thích
site-link-directives = các nhiệm vụ
site-link-documents = các văn bản được dẫn
# Sau “… phải là”
expected-text = một đoạn chữ
expected-straight = chữ nằm trong dấu nháy thẳng hoặc không có dấu nháy: dấu nháy cong được hiểu là chữ
expected-list = một danh sách: mỗi mục một dòng bắt đầu bằng “- ”
expected-mappings = một danh sách: mỗi mục bắt đầu bằng “- ” và gồm các dòng “trường: giá trị”
expected-mapping = các dòng “trường: giá trị”
expected-documents = danh sách các văn bản, mỗi văn bản bắt đầu bằng “- symbol: …”
expected-footnotes = các dòng “mã: nội dung”
expected-date = ngày có thật theo dạng năm-tháng-ngày, ví dụ 2023-12-05
expected-partial-date = ngày có thật theo dạng năm-tháng-ngày, ví dụ 2023-12-05; nếu chưa rõ thì ghi 2023-12 hoặc 2023
expected-number = số văn bản: chữ số, có thể kèm một chữ cái, ví dụ 15, 05, 15a
expected-symbol = phần ký hiệu đứng sau số và dấu gạch chéo, không có dấu cách, ví dụ BC-UBND
expected-ordinal = một số nguyên từ 1 trở lên
expected-split = một số nguyên từ 0 đến 6
expected-url = địa chỉ trang mạng bắt đầu bằng https:// hoặc http://
expected-base-url = địa chỉ của một thư mục trên mạng, bắt đầu bằng https:// hoặc http://, không có “?”, “#”, phần trống “//”, “..” hay tên trang như index.html
expected-email = một địa chỉ thư điện tử, ví dụ vanphong@hatinh.gov.vn
expected-level = một trong các từ: error (lỗi), warning (cảnh báo), ignore (bỏ qua)
expected-language = mã của một ngôn ngữ mà trang có lời: vi, en, hoặc ngôn ngữ có tệp lời trong templates/
expected-one-of-chart = một trong các từ: bar (cột), line (đường), stacked-bar (cột chồng), share (cơ cấu)
expected-column = tên một cột ở dòng đầu của tệp số liệu
expected-one-column = tên đúng một cột số: biểu đồ cơ cấu chia một cột thành các phần
expected-column-once = tên một cột khác: cột này đã dùng rồi
expected-few-columns = tên của một đến sáu cột số
expected-data = đường dẫn đến tệp CSV trong thư mục content, tính từ tệp đang viết
expected-one-of-status = một trong các từ: draft (dự thảo), final (bản ban hành), reader (bản dành cho người đọc)
expected-one-of-state = một trong các từ: open (chưa thực hiện), in-progress (đang thực hiện), done (đã hoàn thành)
expected-one-of-numbering = một trong các từ: part (Phần thứ nhất), roman (I, II), decimal (1, 2), dotted (1.1, 1.2), letter (a, b, c), none (không đánh số)

# Nguyên nhân của yaml-invalid
yaml-cause-colon = giá trị có dấu hai chấm kèm dấu cách phải đặt trong dấu nháy
yaml-cause-line = dòng này không khớp với các dòng trên: xem lại độ thụt đầu dòng, dấu hai chấm và dấu cách sau nó
yaml-cause-tab = không được thụt đầu dòng bằng phím Tab, chỉ dùng dấu cách
yaml-cause-quote-open = dấu nháy mở ra mà không đóng lại
yaml-cause-quote-inside = còn chữ sau dấu nháy đóng: dấu nháy ở trong giá trị phải khác với dấu nháy bao quanh
yaml-cause-escape = trong dấu nháy kép, dấu “\” phải viết hai lần
yaml-cause-control = giá trị có ký tự điều khiển viết bằng dấu “\”, trang không chứa được ký tự ấy
yaml-cause-blank = đứng sau dấu hai chấm là dấu cách không ngắt (thường do chép từ Word); xóa đi rồi gõ lại dấu cách thường
yaml-cause-bracket = ngoặc “[” hoặc “{ "{" }” không đóng lại, hoặc giá trị bắt đầu bằng ngoặc mà chưa đặt trong dấu nháy
yaml-cause-special = giá trị bắt đầu bằng dấu mà YAML dành riêng (như * & ! @ % ` | [) phải đặt trong dấu nháy
yaml-cause-key = khóa phải là chữ, đứng trước dấu hai chấm; giá trị bắt đầu bằng ngoặc phải đặt trong dấu nháy
yaml-cause-documents = mỗi tệp chỉ có một phần, không được có dòng “---” ở giữa
yaml-cause-front-matter = phần đầu tệp mở bằng “---” mà không có dòng “---” nào đóng lại
yaml-cause-front-matter-late = dòng “---” mở phần khai báo phải là dòng đầu tiên của tệp, phía trên không có dòng trống
yaml-cause-front-matter-fence = các dòng khai báo ở đầu nhiệm vụ phải nằm giữa hai dòng “---”
yaml-cause-unindented = nội dung sau dấu “|” phải lùi vào ít nhất hai khoảng trắng ở mọi dòng
yaml-cause-dash = thiếu khoảng trắng sau dấu “-” ở đầu dòng
yaml-cause-note-key = ở đây mã chú thích viết không có “[^” và “]”, ví dụ “ho-so: nội dung”
yaml-cause-limit = lồng nhau quá sâu hoặc lặp lại quá nhiều
