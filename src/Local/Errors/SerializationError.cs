namespace DynamoToolkit.Local.Errors;

/// <summary>The request is not JSON, or a member has a JSON type that does not convert to the type it should have.</summary>
internal sealed class SerializationError(string message) : DynamoError("com.amazon.coral.service#SerializationException", message)
{
    public override string MessageProperty => "Message";
}
