using System.Globalization;
using TrackingStore.Values;

namespace TrackingStore.Protocol.Requests;

/// <summary>What the endpoints of registered models and of their versions read from their requests.</summary>
internal static class ModelArguments
{
    private const string Version = "version";

    /// <summary>The name of a model that exists. A name that no model can have is refused before it is looked up, as in MLflow.</summary>
    public static string RequiredModelName(this Arguments arguments) => RequireName(arguments, "name", arguments.RequiredKey("name"));

    /// <summary>A model that exists: the one for which the caller's permission was checked.</summary>
    public static ModelKey RequiredModel(this Arguments arguments) => arguments.ModelOf(arguments.RequiredModelName());

    /// <summary>The model that had a name when the caller's permission was checked.</summary>
    public static ModelKey ModelOf(this Arguments arguments, string name) => new(name, arguments.Models.Find(name));

    /// <summary>A name that a model is to have.</summary>
    public static string RequiredNewModelName(this Arguments arguments, string parameter)
    {
        var name = arguments.RequiredText(parameter);
        Rules.RequireLength(name, parameter, Limits.ModelName);
        return RequireName(arguments, parameter, name);
    }

    /// <summary>The number of a version.</summary>
    public static long RequiredVersion(this Arguments arguments)
    {
        var text = arguments.RequiredKey(Version);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw MlflowException.Invalid($"Parameter '{Version}' must be an integer, got '{text}'.");
    }

    /// <summary>A description; empty where it is absent.</summary>
    public static string Description(this Arguments arguments)
    {
        var description = arguments.Text("description") ?? "";
        Rules.RequireLength(description, "description", Limits.ModelDescription);
        return description;
    }

    /// <summary>A tag of a model or version, from its fields.</summary>
    public static NamedValue ToModelTag(this Arguments arguments)
    {
        var key = arguments.RequiredText("key");
        var value = arguments.Text("value") ?? "";
        NameRules.Require(key, arguments.PathOf("key"));
        Rules.RequireLength(value, arguments.PathOf("value"), Limits.ModelTagValue);
        return new NamedValue(key, value);
    }

    /// <summary>The tags that a new model or version gets at once.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="maxTags">The maximum number of tags.</param>
    public static IReadOnlyList<NamedValue> NewModelTags(this Arguments arguments, int maxTags)
    {
        var fields = arguments.MessagesOfAnyNumber("tags");
        if (fields.Count > maxTags)
        {
            throw MlflowException.Invalid(
                $"There are {fields.Count} tags; at most {maxTags} can be given here. Set the others afterwards.");
        }

        var tags = fields.Select(tag => tag.ToModelTag()).ToList();
        if (tags.Sum(tag => tag.Bytes) > Limits.ModelTagBytes)
        {
            throw MlflowException.Invalid(
                $"The tags have more than {Limits.ModelTagBytes} bytes together, which is the most that a model or version can have. "
                + "Use shorter values.");
        }

        return tags;
    }

    /// <summary>An alias that a version may have.</summary>
    public static string RequiredAlias(this Arguments arguments)
    {
        var alias = arguments.RequiredText("alias");
        if (!ModelAliases.IsWellFormed(alias))
        {
            throw MlflowException.Invalid(
                $"Invalid alias name: '{Limits.Truncate(alias, Limits.Key)}'. "
                + "Names may only contain alphanumerics, underscores (_), and dashes (-).");
        }

        Rules.RequireLength(alias, "Registered model alias name", Limits.ModelAlias);
        return alias;
    }

    /// <summary>An alias that a version is to have.</summary>
    public static string RequiredNewAlias(this Arguments arguments)
    {
        var alias = arguments.RequiredAlias();
        if (alias.Equals(ModelAliases.Latest, StringComparison.OrdinalIgnoreCase))
            throw MlflowException.Invalid("'latest' alias name (case insensitive) is reserved.");
        if (ModelAliases.IsVersion(alias)) throw MlflowException.Invalid($"Version alias name '{alias}' is reserved.");
        return alias;
    }

    private static string RequireName(Arguments arguments, string parameter, string name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw arguments.MissingValue(parameter);
        if (name.AsSpan().ContainsAny('/', ':'))
            throw MlflowException.Invalid($"Invalid model name '{name}'. Names cannot contain '/' or ':'.");

        NameRules.RequirePath(name, parameter);
        return name;
    }
}
