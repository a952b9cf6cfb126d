using DynamoToolkit.Local.Operations.Backups;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;

namespace DynamoToolkit.Local.Operations;

/// <summary>UpdateContinuousBackups. The engine keeps the setting, but cannot restore a table to a point in time.</summary>
internal static class UpdateContinuousBackups
{
    private const string Specification = "PointInTimeRecoverySpecification";
    private const string Path = "pointInTimeRecoverySpecification";
    private const int MaxDays = 35;

    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var name = TableNames.Read(context.Body, constraints);
        var specification = context.Body.Structure(Specification);
        constraints.NotNull(Path, specification is not null);
        var enabled = specification?.Flag("PointInTimeRecoveryEnabled");
        if (specification is not null)
            constraints.NotNull($"{Path}.pointInTimeRecoveryEnabled", enabled is not null);
        var days = specification?.Whole("RecoveryPeriodInDays");
        constraints.AtLeast($"{Path}.recoveryPeriodInDays", days, 1);
        constraints.AtMost($"{Path}.recoveryPeriodInDays", days, MaxDays);
        constraints.ThrowIfAny();

        PointInTimeRecovery? recovery = null;
        context.Write(batch =>
        {
            var schema = BackupRequests.FindTable(batch.Catalog, name).Schema;
            recovery = enabled == true
                ? new PointInTimeRecovery(schema.PointInTime?.Since ?? context.Now, (int)(days ?? schema.PointInTime?.Days ?? MaxDays))
                : null;
            if (recovery != schema.PointInTime)
                batch.SetSchema(schema with { PointInTime = recovery });
        });
        ContinuousBackups.WriteResponse(context.Json, recovery, context.Now);
    }
}
