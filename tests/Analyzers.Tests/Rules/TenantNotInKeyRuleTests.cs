namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TenantNotInKeyRuleTests
{
    [Fact]
    public Task Tenant_OutsideTheKey_IsReported() => DesignRule.ReportsAsync(
        """
        [DynamoTable("tasks"), PartitionKey("TASK#{Id}")]
        public sealed partial record Work(Guid Id, string {|DTK3030:TenantId|});
        """);

    [Fact]
    public Task Tenant_InTheKeyOrAbsent_IsAllowed() => DesignRule.AllowsAsync(
        """
        [DynamoTable("tasks"), PartitionKey("{TenantId}#{Id}")]
        public sealed partial record Work(Guid Id, string TenantId);

        [DynamoTable("orgs"), PartitionKey("{TenantId}")]
        public sealed partial record Org(string TenantId, string? OrganizationId);

        [DynamoMap]
        public sealed partial record Owner(string TenantId);
        """);
}
