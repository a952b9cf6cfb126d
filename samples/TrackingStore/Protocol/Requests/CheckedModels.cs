namespace TrackingStore.Protocol.Requests;

/// <summary>The registered models that a request names and for which its caller's permissions were checked, by name.</summary>
internal sealed class CheckedModels
{
    private readonly Dictionary<string, string> ids = [];

    /// <summary>The id that a name had when it was first looked up; null if it was not.</summary>
    public string? Find(string name) => ids.GetValueOrDefault(name);

    /// <summary>Keeps the id of a name. Whatever the request does with the name from now on, it does with this model.</summary>
    public void Add(string name, string id) => ids.Add(name, id);
}
