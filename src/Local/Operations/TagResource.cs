using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Tables;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations;

/// <summary>TagResource. The response has no body, as SDKs expect.</summary>
internal static class TagResource
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var arn = ResourceNames.Read(context.Body, constraints);
        constraints.NotNull("tags", context.Body.Has("Tags"));
        constraints.ThrowIfAny();
        var added = TagReader.Read(context.Body);
        if (added.Count == 0)
            throw DynamoError.Validation("Atleast one Tag needs to be provided as Input.");

        context.Write(batch =>
        {
            var schema = ResourceNames.Find(batch.Catalog, arn);
            var tags = new Dictionary<string, string>(schema.Tags);
            foreach (var (key, value) in added)
                tags[key] = value;
            TagReader.CheckCount(tags.Count);
            batch.SetSchema(schema with { Tags = tags });
        });
    }
}
