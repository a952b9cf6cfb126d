using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Tables;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Streams;

namespace DynamoToolkit.Local.Operations;

/// <summary>CreateTable. The response says CREATING, as the service's does, but the table is ready at once.</summary>
internal static class CreateTable
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var fields = context.Body;
        var constraints = new Constraints();
        var name = TableConstraints.ReadName(fields, constraints);
        CheckConstraints(fields, constraints);
        var schema = ReadSchema(fields, name, context.Now);
        var specification = StreamSpecification.Read(fields);

        TableStream? stream = null;
        context.Write(batch =>
        {
            if (batch.Catalog.Tables.Find(name) is not null)
                throw DynamoError.ResourceInUse($"Table already exists: {name}");
            batch.SetSchema(schema);
            if (specification is { Enabled: true })
                batch.EnableStream(schema, specification.View!);
            stream = batch.Catalog.Streams.Enabled.GetValueOrDefault(name);
        });
        TableDescription.WriteResponse(context.Json, "TableDescription", Table.Create(schema), "CREATING", stream);
    }

    private static void CheckConstraints(Fields fields, Constraints constraints)
    {
        TableConstraints.CheckAttributes(fields, constraints, required: true);
        constraints.OneOf("billingMode", fields.Text("BillingMode"), BillingReader.Modes);
        constraints.OneOf("tableClass", fields.Text("TableClass"), BillingReader.TableClasses);
        TableConstraints.CheckThroughput(fields, constraints, "provisionedThroughput");
        StreamSpecification.CheckConstraints(fields, constraints);
        TableConstraints.CheckKeys(fields, constraints, "keySchema", TableConstraints.MaxTableKeyElements);
        TableConstraints.CheckIndexes(fields, constraints, "LocalSecondaryIndexes", TableConstraints.MaxTableKeyElements);
        TableConstraints.CheckIndexes(fields, constraints, "GlobalSecondaryIndexes", TableConstraints.MaxGlobalKeyElements);
        VectorIndexReader.CheckConstraints(fields, constraints, "VectorIndexes");
        constraints.ThrowIfAny();
    }

    private static TableSchema ReadSchema(Fields fields, string name, DateTimeOffset now)
    {
        var onDemand = BillingReader.ReadMode(fields) ?? false;
        var throughput = BillingReader.ReadThroughput(fields, onDemand);
        var attributes = KeySchemaReader.ReadAttributes(fields);
        if (fields.Structures("KeySchema").Count > attributes.Count)
            throw DynamoError.Validation("Invalid KeySchema: Some index key attribute have no definition");

        var keys = KeySchemaReader.ReadPlain(fields, attributes);
        var indexes = IndexReader.ReadLocal(fields, keys, attributes);
        IndexReader.ReadGlobal(fields, indexes, keys, attributes, onDemand);
        var vectors = VectorIndexReader.Read(fields, indexes, keys, attributes, onDemand);
        var schema = new TableSchema
        {
            Name = name,
            Id = Guid.NewGuid(),
            Created = now,
            Attributes = attributes,
            Keys = keys,
            Indexes = indexes,
            VectorIndexes = vectors,
            OnDemand = onDemand,
            Throughput = throughput,
            DeletionProtected = fields.IsSet("DeletionProtectionEnabled"),
            TableClass = fields.Text("TableClass"),
            Tags = TagReader.Read(fields),
        };
        CheckAllUsed(schema);
        return schema;
    }

    private static void CheckAllUsed(TableSchema schema)
    {
        var attributes = schema.Attributes.Select(static attribute => attribute.Name);
        var unused = attributes.Where(name => !schema.Declares(name)).ToList();
        if (unused.Count == 0)
            return;

        throw DynamoError.InvalidParameter(schema.Indexes.Count == 0 && schema.VectorIndexes.Count == 0
            ? "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions"
            : $"Some AttributeDefinitions are not used. AttributeDefinitions: [{string.Join(", ", attributes)}], "
            + $"keys used: [{string.Join(", ", attributes.Except(unused))}]");
    }
}
