namespace TrackingStore.Protocol.Requests;

/// <summary>
/// The arguments that are parts of a request's path, before all others: the permission is checked for what the path names, so nothing else
/// may be meant by it.
/// </summary>
internal sealed class RouteArguments(RouteValueDictionary values, IArgumentSource others) : IArgumentSource
{
    /// <inheritdoc/>
    public ArgumentValue? Find(string name) =>
        // The dictionary ignores case.
        values.FirstOrDefault(value => value.Key == name).Value is string text ? new QueryArgument([text]) : others.Find(name);
}
