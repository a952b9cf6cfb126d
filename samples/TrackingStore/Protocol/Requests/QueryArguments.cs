namespace TrackingStore.Protocol.Requests;

/// <summary>The arguments in a query string.</summary>
internal sealed class QueryArguments(IQueryCollection query) : IArgumentSource
{
    /// <inheritdoc/>
    public ArgumentValue? Find(string name)
    {
        // The collection ignores case, and MLflow does not.
        var values = query.LastOrDefault(argument => IsNamed(argument.Key, name)).Value;
        return values.Count == 0 ? null : new QueryArgument([.. values.Select(value => value ?? "")]);
    }

    /// <summary>UI and clients write the name of a repeated argument with or without brackets.</summary>
    private static bool IsNamed(string key, string name) => key == name || key == name + "[]";
}
