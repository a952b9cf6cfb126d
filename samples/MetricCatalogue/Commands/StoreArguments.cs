using System.CommandLine;
using MetricCatalogue.Store;

namespace MetricCatalogue.Commands;

/// <summary>The options that say where the catalogue is.</summary>
internal sealed class StoreArguments
{
    private readonly Option<string?> data = new("--data")
    {
        Description = "The folder to keep the catalogue in. Default: in memory, gone when the program ends.",
        HelpName = "FOLDER",
        Recursive = true,
    };

    private readonly Option<Uri?> endpoint = new("--endpoint")
    {
        Description = "A DynamoDB to use instead of the embedded one.",
        HelpName = "URL",
        Recursive = true,
        CustomParser = argument =>
        {
            var text = argument.Tokens[0].Value;
            if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") return url;
            argument.AddError($"'{text}' is not an http or https URL.");
            return null;
        },
    };

    private readonly Option<string> prefix = new("--prefix")
    {
        Description = "What the names of the tables begin with.",
        HelpName = "TEXT",
        Recursive = true,
        DefaultValueFactory = static _ => "",
    };

    /// <summary>Adds the options to all commands.</summary>
    public void AddTo(RootCommand root)
    {
        root.Options.Add(data);
        root.Options.Add(endpoint);
        root.Options.Add(prefix);
        endpoint.Validators.Add(result =>
        {
            if (result.GetResult(data) is not null) result.AddError("--data and --endpoint exclude each other.");
        });
    }

    /// <summary>What a command line says.</summary>
    public StoreOptions Of(ParseResult parsed) => new()
    {
        DataFolder = parsed.GetValue(data),
        Endpoint = parsed.GetValue(endpoint),
        TablePrefix = parsed.GetValue(prefix)!,
    };
}
