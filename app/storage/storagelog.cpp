// SPDX-License-Identifier: MIT
#include "storage/storagelog.h"

namespace textback {

Q_LOGGING_CATEGORY(lcStorage, "textback.storage")

} // namespace textback
