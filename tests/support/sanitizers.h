// SPDX-License-Identifier: MIT
#pragma once

#if defined(__SANITIZE_ADDRESS__)
#define TEXTBACK_UNDER_SANITIZERS
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TEXTBACK_UNDER_SANITIZERS
#endif
#endif

namespace textback::test {

/// Whether every access to memory is watched, which takes many times as long: what a test shows by a great number is shown by the usual build, and here
/// fewer of the same do.
#ifdef TEXTBACK_UNDER_SANITIZERS
inline constexpr bool underSanitizers = true;
#else
inline constexpr bool underSanitizers = false;
#endif

} // namespace textback::test

#undef TEXTBACK_UNDER_SANITIZERS
