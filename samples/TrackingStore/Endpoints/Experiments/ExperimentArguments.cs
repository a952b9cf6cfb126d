using TrackingStore.Protocol.Requests;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Experiments;

/// <summary>What several endpoints of experiments read from their requests.</summary>
internal static class ExperimentArguments
{
    /// <summary>The experiment's id.</summary>
    public static string RequiredExperimentId(this Arguments arguments) => arguments.RequiredKey("experiment_id");

    /// <summary>The name of an experiment. Messages about its length call it <c>name</c>, whichever parameter has it.</summary>
    public static string RequiredExperimentName(this Arguments arguments, string parameter)
    {
        var name = arguments.RequiredText(parameter);
        Rules.RequireLength(name, "name", Limits.ExperimentName);
        return name;
    }

    /// <summary>A tag, from its fields.</summary>
    public static NamedValue ToExperimentTag(this Arguments arguments)
    {
        var key = arguments.RequiredText("key");
        var value = arguments.Text("value") ?? "";
        NameRules.Require(key, arguments.PathOf("key"));
        Rules.RequireLength(value, arguments.PathOf("value"), Limits.ExperimentTagValue);
        return new NamedValue(key, value);
    }
}
