#pragma once

#include "corpus/markdown/shapes.h"

namespace answers::markdown {

/// A heading that is answered under a heading of its own: "### Why …" with "#### Answer" below, or
/// "#### 题目：…" with "#### 参考答案：…". One is enough: such a file often holds one question.
Finding find_answer_headings(const Document& document, Range range);

}  // namespace answers::markdown
