using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>A logged model with what it is sorted by, and no more.</summary>
/// <param name="Item">The model's own item.</param>
/// <param name="Numbers">The value of each key that is a number; null where the model has none.</param>
/// <param name="Texts">The value of each key that is a text; null where the model has none.</param>
internal sealed record RankedModel(LoggedModelItem Item, IReadOnlyList<double?> Numbers, IReadOnlyList<string?> Texts);
