namespace DynamoToolkit.Local.Errors;

/// <summary>The request is no JSON, or a member has a JSON type that cannot become what it should be.</summary>
internal sealed class SerializationError(string message) : DynamoError("com.amazon.coral.service#SerializationException", message)
{
    public override string MessageProperty => "Message";
}
