#pragma once

#include "searcher/serving/live_index.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

/// What an assistant can ask of an index by the Model Context Protocol: search, get, related,
/// status. Their schemas are flat (strings, whole numbers, lists of strings): a client that does
/// not understand one of them throws all of them away. Text of a collection is printable().
namespace answers {

/// The tools as `tools/list` has them.
const nlohmann::ordered_json& mcp_tools();

/// What a call of a tool gives: {"content": […], "structuredContent": {…}}, each of at most about
/// 8 KB; or, where the arguments are wrong, nothing has that id or there is no index,
/// {"content": […], "isError": true} with a sentence that says what to do. nullopt: no such tool.
std::optional<nlohmann::ordered_json> call_mcp_tool(LiveIndex& index, std::string_view name,
                                                    const nlohmann::ordered_json& arguments);

/// A whole record as Markdown: question, where it comes from, body, answers. nullopt where there is
/// none with that id. Throws IndexUnusable.
std::optional<std::string> mcp_record(LiveIndex& index, std::string_view id);

}  // namespace answers
