using System.Text;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>What an operation, a query or a transaction would send, for debugging. Creating a preview sends nothing.</summary>
public sealed class RequestPreview
{
    private string? withoutValues;

    internal RequestPreview(DynamoOperation operation, WireBuffer body)
    {
        Operation = operation;
        Json = Encoding.UTF8.GetString(body.WrittenSpan);
    }

    /// <summary>The operation of the service.</summary>
    public DynamoOperation Operation { get; }

    /// <summary>
    /// The request's body as it would be sent, with all values. Do not log it if items hold data that must not get into logs.
    /// </summary>
    public string Json { get; }

    /// <summary>
    /// The request's body with <c>***</c> for everything that comes from data: values, keys, tokens, and names inside maps, which may be
    /// keys of a dictionary. Names of tables, indexes and top-level attributes stay, as do types, expressions and options.
    /// </summary>
    public string JsonWithoutValues => withoutValues ??= Redact();

    /// <summary>The operation and <see cref="JsonWithoutValues"/>: safe to log.</summary>
    public override string ToString() => $"{Operation} {JsonWithoutValues}";

    private string Redact()
    {
        using var output = WireBuffer.Rent();
        RequestRedaction.Write(Encoding.UTF8.GetBytes(Json), output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
