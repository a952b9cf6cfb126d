using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Streams;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>What a request to create or update a table asks of its stream.</summary>
/// <param name="Enabled">Whether the table should have an enabled stream.</param>
/// <param name="View">What the records of the stream should show; null for a table without a stream.</param>
internal sealed record StreamSpecification(bool Enabled, string? View)
{
    private const string Parameter = "StreamSpecification";
    private const string Path = "streamSpecification";

    /// <summary>Checks the constraints.</summary>
    public static void CheckConstraints(Fields fields, Constraints constraints)
    {
        if (fields.Structure(Parameter) is not { } specification)
            return;

        constraints.NotNull($"{Path}.streamEnabled", specification.Flag("StreamEnabled") is not null);
        constraints.OneOf($"{Path}.streamViewType", specification.Text("StreamViewType"), StreamView.Words);
    }

    /// <summary>Reads <c>StreamSpecification</c>; null if it is absent.</summary>
    public static StreamSpecification? Read(Fields fields)
    {
        if (fields.Structure(Parameter) is not { } structure)
            return null;

        var specification = new StreamSpecification(structure.IsSet("StreamEnabled"), structure.Text("StreamViewType"));
        if (specification.Enabled && specification.View is null)
            throw DynamoError.InvalidParameter("StreamViewType must be specified when a stream is enabled");
        if (!specification.Enabled && specification.View is not null)
        {
            throw DynamoError.InvalidParameter(
                "Table is being created with a stream disabled, UpdateViewType should not be specified");
        }

        return specification;
    }

    /// <summary>Enables or disables the stream of an existing table.</summary>
    /// <exception cref="DynamoError">The stream already is as asked.</exception>
    public void Apply(WriteBatch batch, TableSchema schema)
    {
        if (Enabled && batch.Catalog.Streams.Enabled.ContainsKey(schema.Name))
            throw DynamoError.Validation($"Table already has an enabled stream: TableName: {schema.Name}");
        if (Enabled)
            batch.EnableStream(schema, View!);
        else if (!batch.DisableStream(schema.Name))
            throw DynamoError.Validation($"Table has no stream to disable: TableName: {schema.Name}");
    }
}
