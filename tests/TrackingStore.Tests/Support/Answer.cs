using System.Text.Json.Nodes;

namespace TrackingStore.Tests.Support;

/// <summary>What the server answered.</summary>
internal sealed record Answer(int Status, string Text)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The value of a field of the body.</summary>
    public JsonNode? this[string name] => Json[name];

    /// <summary>The error's message.</summary>
    public string Message => (string)Json["message"]!;

    public override string ToString() => $"{Status} {Text}";

    /// <summary>Checks that this is a success and returns it.</summary>
    public Answer Ok()
    {
        Assert.True(Status == 200, $"{Status} {Text}");
        return this;
    }

    /// <summary>Checks that this is the given error.</summary>
    public void Is(int status, string code, string message)
    {
        Assert.Equal((status, code), (Status, (string?)Json["error_code"]));
        Assert.Contains(message, Message, StringComparison.Ordinal);
        Assert.Equal(2, Json.AsObject().Count);
    }
}
