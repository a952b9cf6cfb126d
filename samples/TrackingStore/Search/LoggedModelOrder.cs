using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>
/// The order of a search of logged models: by the given keys, then the newest first, then by id. Models without a key's value come last in
/// both directions.
/// </summary>
internal sealed class LoggedModelOrder(IReadOnlyList<OrderKey<LoggedModelField>> keys) : IComparer<RankedModel>
{
    /// <summary>Whether this is the order in which the index has the models.</summary>
    public bool IsNewestFirst => keys is [] or [{ Field.Property: LoggedModelProperty.CreationTime, IsDescending: true }];

    /// <summary>Whether sorting needs metrics.</summary>
    public bool NeedsData => keys.Any(key => key.Field.IsLogged);

    /// <summary>What a model is sorted by.</summary>
    public RankedModel Rank(LoggedModel model) => new(
        model.Item,
        [.. keys.Select(key => key.Field.IsNumber ? key.Field.NumberOf(model) : null)],
        [.. keys.Select(key => key.Field.IsNumber ? null : key.Field.TextOf(model))]);

    /// <inheritdoc/>
    public int Compare(RankedModel? x, RankedModel? y)
    {
        foreach (var (i, key) in keys.Index())
        {
            var order = key.Field.IsNumber
                ? MissingLast.Compare(x!.Numbers[i], y!.Numbers[i], key.IsDescending)
                : MissingLast.Compare(x!.Texts[i], y!.Texts[i], key.IsDescending);
            if (order != 0) return order;
        }

        var newest = x!.Item.Recency.CompareTo(y!.Item.Recency);
        return newest != 0 ? newest : string.CompareOrdinal(x.Item.ModelId, y.Item.ModelId);
    }
}
