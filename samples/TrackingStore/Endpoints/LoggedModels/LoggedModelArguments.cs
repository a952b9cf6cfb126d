using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.LoggedModels;

/// <summary>What the endpoints of logged models read from their requests.</summary>
internal static class LoggedModelArguments
{
    private const string BadCharacters = "/:.%\"'";

    /// <summary>The id of a model that exists.</summary>
    public static string RequiredLoggedModel(this Arguments arguments) => arguments.RequiredKey("model_id");

    /// <summary>The name of a new model: the one that is given, or a pleasant one.</summary>
    public static string NewLoggedModelName(this Arguments arguments)
    {
        if (arguments.Text("name") is not { Length: > 0 } name) return RunNames.Invent();
        Rules.RequireLength(name, "name", Limits.LoggedModelName);
        var isBad = string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl) || name.AsSpan().ContainsAny(BadCharacters);
        return !isBad ? name : throw MlflowException.Invalid(
            $"Invalid model name ('{name}') provided. Model name must be a non-empty string and cannot contain the following characters: " +
            "('/', ':', '.', '%', '\"', \"'\")");
    }

    /// <summary>A parameter or tag of a model, from its fields.</summary>
    public static NamedValue ToLoggedModelValue(this Arguments arguments)
    {
        var key = arguments.RequiredText("key");
        var value = arguments.Text("value") ?? "";
        NameRules.Require(key, arguments.PathOf("key"));
        Rules.RequireLength(value, arguments.PathOf("value"), Limits.LoggedModelValue);
        return new NamedValue(key, value);
    }
}
