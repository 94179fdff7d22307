using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationHub.Storage.Migrations;

/// <summary>What it takes to mend what does not count.</summary>
[DbContext(typeof(HubDbContext))]
[Migration("20261124000000_Mending")]
public sealed class Mending : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<short>("record_kind", "held_record", nullable: true);
        migrationBuilder.AddColumn<string>("record_id", "held_record", nullable: true);
    }
}
