using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>A run and what it is sorted by.</summary>
/// <param name="Run">The run.</param>
/// <param name="First">Its value for the first key of the order, which most orders have alone.</param>
/// <param name="Others">Its values for the other keys.</param>
internal readonly record struct RankedRun(LoggedRun Run, OrderValue First, OrderValue[] Others)
{
    /// <summary>Its value for a key.</summary>
    public OrderValue this[int key] => key == 0 ? First : Others[key - 1];
}
