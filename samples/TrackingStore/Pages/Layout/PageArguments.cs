using Microsoft.Extensions.Primitives;
using TrackingStore.Protocol.Requests;

namespace TrackingStore.Pages.Layout;

/// <summary>The arguments of a page or form. What the path gives cannot be given otherwise.</summary>
/// <param name="path">The values in the path.</param>
/// <param name="others">The query string, or the fields of a form.</param>
internal sealed class PageArguments(RouteValueDictionary path, IEnumerable<KeyValuePair<string, StringValues>> others) : IArgumentSource
{
    /// <inheritdoc/>
    public ArgumentValue? Find(string name)
    {
        if (path.TryGetValue(name, out var inPath) && inPath is string text) return new QueryArgument([text]);
        // The collections ignore case, and the API does not.
        var values = others.LastOrDefault(argument => argument.Key == name).Value;
        return values.Count == 0 ? null : new QueryArgument([.. values.Select(value => value ?? "")]);
    }
}
