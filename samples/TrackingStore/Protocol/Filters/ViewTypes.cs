using TrackingStore.Model;
using TrackingStore.Protocol.Requests;

namespace TrackingStore.Protocol.Filters;

/// <summary>Reads which lifecycle stages a search shows.</summary>
internal static class ViewTypes
{
    /// <summary>The one stage that the argument asks for, active ones where it is absent; null for all stages.</summary>
    public static LifecycleStage? StageOf(Arguments arguments, string name) => arguments.Enum<ViewType>(name) switch
    {
        ViewType.ALL => null,
        ViewType.DELETED_ONLY => LifecycleStage.Deleted,
        _ => LifecycleStage.Active,
    };
}
