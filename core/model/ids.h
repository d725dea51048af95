#pragma once

#include "base/clock.h"
#include "base/id.h"

namespace parvis::model {

using base::Time;
using base::Uuid;

using CompanyId = base::Id<struct CompanyTag>;
using PersonId = base::Id<struct PersonTag>;
using GroupId = base::Id<struct GroupTag>;
using MemberId = base::Id<struct MemberTag>;
using PostId = base::Id<struct PostTag>;
using CommentId = base::Id<struct CommentTag>;
using DocumentId = base::Id<struct DocumentTag>;
using DeviceId = base::Id<struct DeviceTag>;
using OpId = base::Id<struct OpTag>;
using LaneId = base::Id<struct LaneTag>;
using EpochId = base::Id<struct EpochTag>; // random; a scope's numbering, see sync rule 14
using ViewId = base::Id<struct ViewTag>;   // random; what one person may see of a scope, see sync rule 32

} // namespace parvis::model
