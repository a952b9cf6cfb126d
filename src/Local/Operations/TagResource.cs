using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Tables;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations;

/// <summary>TagResource. The answer has no body, which SDKs count on.</summary>
internal static class TagResource
{
    private const int MostTags = 50;

    /// <summary>Runs it.</summary>
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
            if (tags.Count > MostTags)
                throw DynamoError.LimitExceeded($"The number of tags exceeds the limit of {MostTags} for a table");
            batch.SetSchema(schema with { Tags = tags });
        });
    }
}
