using TrackingStore.Model;

namespace TrackingStore.Protocol.Requests;

/// <summary>Stages in requests.</summary>
internal static class ModelStages
{
    /// <summary>The stage of a name, in any case.</summary>
    public static ModelStage Parse(string name)
    {
        foreach (var stage in Enum.GetValues<ModelStage>())
            if (stage.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)) return stage;

        throw MlflowException.Invalid(
            $"Invalid Model Version stage: {name}. Value must be one of {string.Join(", ", Enum.GetNames<ModelStage>())}.");
    }

    /// <summary>A stage whose other versions can go to the archive.</summary>
    public static void RequireActive(ModelStage stage)
    {
        if (stage is ModelStage.Staging or ModelStage.Production) return;
        throw MlflowException.Invalid(
            $"Model version transition cannot archive existing model versions because '{stage}' is not an Active stage. " +
            "Valid stages are Staging, Production");
    }
}
