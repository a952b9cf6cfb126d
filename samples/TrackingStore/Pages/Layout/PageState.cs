using System.Text;
using Microsoft.Extensions.Primitives;

namespace TrackingStore.Pages.Layout;

/// <summary>The state of a page, which is all in its address, so that it can be kept, sent and gone back to.</summary>
internal sealed class PageState
{
    private readonly List<KeyValuePair<string, StringValues>> values;

    /// <summary>The state that a query string has.</summary>
    public PageState(IEnumerable<KeyValuePair<string, StringValues>> query) => values = [.. query];

    /// <summary>All parameters with their values, in order.</summary>
    public IEnumerable<(string Name, string Value)> Pairs =>
        values.SelectMany(parameter => parameter.Value.Select(value => (parameter.Key, value ?? "")));

    /// <summary>The state with other values for a parameter; without values it has none.</summary>
    public PageState With(string name, params IEnumerable<string> changed)
    {
        string[] all = [.. changed];
        var others = values.Where(parameter => parameter.Key != name);
        return new PageState(all.Length == 0 ? others : others.Append(new(name, all)));
    }

    /// <summary>The state without some parameters.</summary>
    public PageState Without(params string[] names) => new(values.Where(parameter => !names.Contains(parameter.Key)));

    /// <summary>The address of a path with this state.</summary>
    public string At(string path)
    {
        var address = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in Pairs.Where(pair => pair.Value.Length > 0))
        {
            address.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return address.ToString();
    }
}
