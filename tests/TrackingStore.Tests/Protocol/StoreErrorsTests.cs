using System.Reflection;
using System.Runtime.CompilerServices;
using TrackingStore.Errors;
using TrackingStore.Protocol;
using TrackingStore.Values;

namespace TrackingStore.Tests.Protocol;

public sealed class StoreErrorsTests
{
    /// <summary>All kinds of errors of the store.</summary>
    public static TheoryData<Type> Kinds =>
        [.. typeof(TrackingError).GetNestedTypes(BindingFlags.Public).Where(type => type.IsSubclassOf(typeof(TrackingError)))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Explain_EveryError_HasWords(Type kind)
    {
        // Only the kind decides; an explanation may name facts, which are not here.
        var error = (TrackingError)RuntimeHelpers.GetUninitializedObject(kind);
        if (error is TrackingError.ParamChanged) error = new TrackingError.ParamChanged("r", new ParamChange("p", "1", "2"));
        if (error is TrackingError.LoggedModelParamChanged)
            error = new TrackingError.LoggedModelParamChanged("m", new ParamChange("p", "1", "2"));
        if (error is TrackingError.ParamsChanged) error = new TrackingError.ParamsChanged("r", [new ParamChange("p", "1", "2")]);
        var target = new GrantTarget(ResourceKind.Model, "1", "m");
        if (error is TrackingError.GrantMissing) error = new TrackingError.GrantMissing("u", target);
        if (error is TrackingError.GrantExists) error = new TrackingError.GrantExists("u", target);
        Assert.NotEmpty(StoreErrors.Explain(error).Message);
    }

    [Fact]
    public void Explain_ChangedParams_ShowsThemAsPythonDoes() => Assert.Equal(
        "Changing param values is not allowed. " +
        "Params were already logged='[{'key': 'p', 'old_value': '1', 'new_value': '2'}]' for run ID='r'.",
        StoreErrors.Explain(new TrackingError.ParamsChanged("r", [new ParamChange("p", "1", "2")])).Message);
}
