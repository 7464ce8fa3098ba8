#include "searcher/query/pasted_text.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>

namespace answers {
namespace {

struct Row {
  const char* name;
  const char* text;
  const char* raised;  ///< words that count more
  const char* kept;    ///< words that are kept, whatever they count
  const char* gone;    ///< what is in no part
};

constexpr Row rows[] = {
    {"Python, one line", "KeyError: 'batch_size'", "KeyError batch_size", "", ""},
    {"Python, trace",
     "Traceback (most recent call last):\n"
     "  File \"/home/mia/shop/train.py\", line 41, in <module>\n"
     "    loader = make_loader(cfg)\n"
     "  File \"/home/mia/shop/data.py\", line 7, in make_loader\n"
     "    return Loader(cfg['rows'])\n"
     "TypeError: 'NoneType' object is not subscriptable\n",
     "TypeError NoneType", "subscriptable", "mia train.py 41 make_loader Traceback cfg"},
    {"Python, chained",
     "requests.exceptions.ConnectionError: HTTPConnectionPool(host='10.0.3.7', port=8080): Max "
     "retries exceeded with url: /v1/items",
     "ConnectionError", "retries exceeded", "10.0.3.7 8080 /v1/items"},
    {"Python, warning",
     "/opt/env/lib/python3.11/site-packages/net/base.py:1152: DeprecationWarning: use fit_params",
     "DeprecationWarning", "fit_params", "/opt/env 1152 site-packages"},
    {"Python, import", "ModuleNotFoundError: No module named 'yaml.cyaml'",
     "ModuleNotFoundError yaml.cyaml", "module named", ""},
    {"Python, shapes",
     "ValueError: operands could not be broadcast together with shapes (64,10) (32,10)",
     "ValueError", "operands broadcast together shapes", "64 32"},
    {"CUDA", "RuntimeError: CUDA error: device-side assert triggered at 0x7f3a11c0de40",
     "RuntimeError", "CUDA device-side assert triggered", "0x7f3a11c0de40"},
    {"Java, trace",
     "Exception in thread \"main\" java.lang.NullPointerException: Cannot invoke "
     "\"String.length()\" because \"name\" is null\n"
     "\tat com.acme.shop.Order.total(Order.java:58)\n"
     "\tat com.acme.shop.Main.main(Main.java:12)\n"
     "Caused by: java.io.FileNotFoundException: prices.csv (No such file or directory)\n"
     "\t... 14 more\n",
     "NullPointerException FileNotFoundException String.length name", "invoke null prices.csv",
     "acme Order.java 58 more"},
    {"Java, log",
     "2026-03-14 09:26:53,589 ERROR [http-nio-8080-exec-3] o.a.c.Servlet - "
     "java.lang.OutOfMemoryError: GC overhead limit exceeded",
     "OutOfMemoryError", "overhead limit exceeded", "2026-03-14 09:26 http-nio"},
    {"JavaScript",
     "TypeError: Cannot read properties of undefined (reading 'map')\n"
     "    at List (webpack-internal:///./src/List.js:14:22)\n"
     "    at renderWithHooks (webpack-internal:///./node_modules/view/view.js:1:99)",
     "TypeError map", "read properties undefined", "List.js renderWithHooks webpack"},
    {"Node", "Error: connect ECONNREFUSED 127.0.0.1:5432", "ECONNREFUSED", "connect", "127.0.0.1"},
    {"npm",
     "npm ERR! code ERESOLVE\nnpm ERR! ERESOLVE unable to resolve dependency tree\n"
     "npm ERR! A complete log of this run can be found in:\n"
     "npm ERR!     /root/.npm/_logs/2026-01-02T03_04_05_678Z-debug.log",
     "ERESOLVE", "resolve dependency tree", "debug.log /root complete"},
    {"TypeScript",
     "src/cart.ts:88:13 - error TS2322: Type 'string' is not assignable to type 'number'.",
     "TS2322 string number", "assignable", "cart.ts 88"},
    {"gcc",
     "In file included from /usr/include/c++/12/vector:64,\n"
     "                 from src/main.cpp:1:\n"
     "src/main.cpp: In function 'int main()':\n"
     "src/main.cpp:9:17: error: 'vec' was not declared in this scope; did you mean 'vex'?\n"
     "    9 |   std::cout << vec.size();\n"
     "      |                 ^~~\n"
     "make[1]: *** [Makefile:20: main.o] Error 1\n",
     "vec", "declared scope", "main.cpp:9 Makefile ^~~ /usr/include"},
    {"ld",
     "/usr/bin/ld: build/net.o: in function `open_socket': net.cpp:(.text+0x1f): undefined "
     "reference to `SSL_new'\ncollect2: error: ld returned 1 exit status",
     "SSL_new open_socket", "undefined reference", "collect2 /usr/bin/ld 0x1f"},
    {"ld, typed", "cannot find -lfoo", "", "lfoo", ""},
    {"clang, template",
     "include/pool.h:31:5: error: no matching function for call to 'construct_at'", "construct_at",
     "matching function", "pool.h 31"},
    {"cmake",
     "CMake Error at CMakeLists.txt:14 (find_package):\n"
     "  Could not find a package configuration file provided by \"Eigen3\"",
     "Eigen3", "find_package package configuration", ":14"},
    {"segfault",
     "Program received signal SIGSEGV, Segmentation fault.\n"
     "0x00005555555551a9 in walk (node=0x0) at tree.c:17\n"
     "#0  0x00005555555551a9 in walk (node=0x0) at tree.c:17\n"
     "#1  0x0000555555555210 in main () at tree.c:40",
     "SIGSEGV", "Segmentation fault", "0x0000555555555210 tree.c:40 #1"},
    {"sanitizer",
     "==4242==ERROR: AddressSanitizer: heap-use-after-free on address 0x602000000010 at pc "
     "0x55c5 bp 0x7ffc sp 0x7ffb",
     "", "AddressSanitizer heap-use-after-free", "4242 0x602000000010 0x55c5"},
    {"Rust",
     "error[E0502]: cannot borrow `v` as mutable because it is also borrowed as immutable\n"
     "  --> src/main.rs:6:5\n"
     "   |\n"
     "6  |     v.push(4);\n"
     "   |     ^^^^^^^^^ mutable borrow occurs here\n"
     "error: aborting due to 1 previous error",
     "E0502 v", "borrow mutable immutable", "main.rs aborting"},
    {"Rust, panic",
     "thread 'main' panicked at 'index out of bounds: the len is 3 but the index is 7', "
     "src/lib.rs:20:9",
     "", "panicked index bounds", "lib.rs:20"},
    {"Go",
     "panic: runtime error: invalid memory address or nil pointer dereference\n"
     "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x48f2aa]\n\n"
     "goroutine 1 [running]:\nmain.main()\n\t/home/jo/app/main.go:12 +0x1d\nexit status 2",
     "SIGSEGV", "panic memory address nil pointer dereference", "goroutine 0x48f2aa main.go jo"},
    {"C#",
     "Unhandled exception. System.InvalidOperationException: Sequence contains no elements\n"
     "   at System.Linq.ThrowHelper.ThrowNoElementsException()\n"
     "   at Shop.Program.Main(String[] args) in C:\\work\\Shop\\Program.cs:line 9",
     "InvalidOperationException", "Sequence contains elements", "ThrowHelper Program.cs C:\\work"},
    {"PHP",
     "PHP Fatal error:  Uncaught Error: Call to undefined function mb_strlen() in "
     "/var/www/html/index.php:3",
     "", "undefined function mb_strlen", "/var/www index.php"},
    {"Ruby", "app.rb:7:in `total': undefined method `price' for nil:NilClass (NoMethodError)",
     "price total NoMethodError", "undefined method NilClass", "app.rb:7"},
    {"SQL, Oracle", "ORA-00942: table or view does not exist", "ORA-00942", "table view exist", ""},
    {"SQL, Postgres",
     "ERROR:  duplicate key value violates unique constraint \"users_email_key\"\n"
     "DETAIL:  Key (email)=(jo@example.org) already exists.",
     "users_email_key", "duplicate violates unique constraint", ""},
    {"SQL, SQLSTATE",
     "SQLSTATE[42S02]: Base table or view not found: 1146 Table 'shop.orders' doesn't exist "
     "(errno ENOTABLE)",
     "shop.orders", "Base table view", ""},
    {"Docker",
     "docker: Error response from daemon: driver failed programming external connectivity on "
     "endpoint web (3f2a9c1e8b7d4a6f9e0c1b2a3d4e5f60): port is already allocated.",
     "", "daemon driver programming external connectivity endpoint port allocated",
     "3f2a9c1e8b7d4a6f9e0c1b2a3d4e5f60"},
    {"Kubernetes",
     "Warning  FailedScheduling  2m11s  default-scheduler  0/3 nodes are available: error: "
     "insufficient memory",
     "", "FailedScheduling nodes insufficient memory", "2m11s 0/3"},
    {"systemd",
     "Nov 22 16:01:02 box7 nginx[991]: [emerg] bind() to 0.0.0.0:80 failed: error: Address already "
     "in use",
     "", "bind Address already use", "16:01 box7 991 0.0.0.0"},
    {"git", "fatal: refusing to merge unrelated histories", "",
     "refusing merge unrelated histories", ""},
    {"bash", "bash: ./run.sh: Permission denied", "", "bash Permission denied", "0x"},
    {"Windows", "Error: The application failed to start (0x80070005). See C:\\Users\\Jo\\log.txt",
     "0x80070005", "application start", "log.txt Users"},
    {"Spark",
     "26/11/22 10:11:12 WARN TaskSetManager: Lost task 4.0 in stage 2.0 (TID 91) (worker7 executor "
     "3): ExecutorLostFailure (executor 3 exited caused by one of the running tasks)",
     "ExecutorLostFailure", "TaskSetManager Lost task stage", "26/11/22 10:11 4.0"},
    {"request id", "ERROR request 6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d timed out after 3000ms", "",
     "request timed out", "6f1b2c3d 3000ms"},
    {"log of many lines",
     "[10:00:01] INFO  server started on port 80\n"
     "[10:00:02] DEBUG cache warm\n"
     "[10:00:03] INFO  listening\n"
     "[10:00:04] ERROR cannot open database \"ledger\"\n",
     "ledger", "open database", "started warm listening 10:00"},
};

bool is_in(std::string_view text, const std::vector<PastedPart>& parts, std::string_view word,
           double least) {
  for (const PastedPart& part : parts) {
    if (part.weight < least) continue;
    const auto here = text.substr(part.begin, part.end - part.begin);
    if (here.find(word) != std::string_view::npos) return true;
  }
  return false;
}

TEST(ReadPasted, KeepsWhatAMessageSays) {
  for (const Row& row : rows) {
    const auto parts = read_pasted(row.text);
    EXPECT_FALSE(parts.empty()) << row.name;
    std::string word;
    for (std::istringstream words(row.raised); words >> word;)
      EXPECT_TRUE(is_in(row.text, parts, word, 1.1)) << row.name << ": not raised: " << word;
    for (std::istringstream words(row.kept); words >> word;)
      EXPECT_TRUE(is_in(row.text, parts, word, 0)) << row.name << ": not kept: " << word;
    for (std::istringstream words(row.gone); words >> word;)
      EXPECT_FALSE(is_in(row.text, parts, word, 0)) << row.name << ": still there: " << word;
  }
}

TEST(ReadPasted, AQueryThatWasTypedIsNone) {
  for (const char* text :
       {"", " ", "dropout", "what is the vanishing gradient problem?",
        "type I error vs type II error", "mean squared error", "exception handling in python",
        "error analysis", "C++ vs C#", "difference between ValueError and TypeError",
        "try except finally", "k-NN: how many k?", "at what point (if any) should I stop training",
        "\"standard error\" of the mean", "what does exit code 137 mean",
        "warning signs of overfitting"})
    EXPECT_TRUE(read_pasted(text).empty()) << text;
}

TEST(ReadPasted, PartsAreInOrderAndNeverOverlap) {
  std::string hostile = "error: ";
  for (int i = 0; i < 40000; ++i) hostile += "('`\"\xE2\x80\x98[/a/0x1:2\n"[i % 17];
  for (const std::string& text :
       {hostile, "error: " + std::string(1 << 20, '('), "error: " + std::string(1 << 20, '\''),
        std::string(rows[7].text)}) {
    std::size_t end = 0;
    for (const PastedPart& part : read_pasted(text)) {
      EXPECT_LE(end, part.begin);
      EXPECT_LT(part.begin, part.end);
      EXPECT_LE(part.end, text.size());
      end = part.end;
    }
  }
}

TEST(MessageWeight, WordsOfEveryMessageCountLess) {
  EXPECT_LT(message_weight("error"), message_weight("gradient"));
  EXPECT_LT(message_weight("expected"), message_weight("cuda"));
}

}  // namespace
}  // namespace answers
