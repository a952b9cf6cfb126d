namespace TrackingStore.Protocol.Requests;

/// <summary>Where the arguments of a request are: its query string, its body, or a message inside that.</summary>
internal interface IArgumentSource
{
    /// <summary>The value of an argument; null where it is absent or null.</summary>
    ArgumentValue? Find(string name);
}
