using TrackingStore.Search;

namespace TrackingStore.Store;

/// <summary>A search of logged models.</summary>
/// <param name="ExperimentIds">The experiments to search: those of the request that the caller may read.</param>
/// <param name="Filter">Which models it finds.</param>
/// <param name="Order">Their order.</param>
/// <param name="Size">The size of the page.</param>
/// <param name="Token">Where the previous page ended; null for the first one.</param>
/// <param name="Source">The search as the client wrote it, to which the token is bound.</param>
internal sealed record LoggedModelQuery(
    IReadOnlyList<string> ExperimentIds,
    LoggedModelFilter Filter,
    LoggedModelOrder Order,
    int Size,
    string? Token,
    SearchSource Source);
