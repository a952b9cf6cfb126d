namespace TrackingStore.Store;

/// <summary>A search of registered models or of their versions.</summary>
/// <param name="Filter">What it finds.</param>
/// <param name="Order">In which order.</param>
/// <param name="IsVisible">Which models the caller may see, by their ids.</param>
/// <param name="Size">The size of the page.</param>
/// <param name="Token">Where the previous page ended; null for the first one.</param>
internal sealed record ModelQuery<TFilter, TOrder>(TFilter Filter, TOrder Order, Func<string, bool> IsVisible, int Size, string? Token);
